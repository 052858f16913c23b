import { isDeepStrictEqual } from 'node:util';
import { Decimal128 } from 'mongodb';
import { plainDecimal } from '../values/plainDecimal.ts';
import type { FactDocumentBase } from './FactDocument.ts';

/**
 * Tells whether two documents of one fact say the same; how and when they arrived does not count.
 *
 * @param one - a stored or built document
 * @param other - another of the same id
 */
export function sameFact(one: FactDocumentBase, other: FactDocumentBase): boolean {
  return isDeepStrictEqual(businessPart(one), businessPart(other));
}

/**
 * The part of a document that is the fact itself: without revision, provenance and anything that differs between two arrivals.
 *
 * @param document - a stored or built document
 */
export function businessPart(document: FactDocumentBase): Record<string, unknown> {
  const { record, ...own } = document;
  const { revision, revisionReason, revisionNote, provenance, ...envelope } = record;
  return { ...(plain(own) as object), record: { ...envelope, linkedBy: provenance.linkedBy } };
}

function plain(value: unknown): unknown {
  if (value instanceof Decimal128) return amountOf(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

/** An amount by its value: 12.5 and 12.50 say the same. */
function amountOf(value: Decimal128): string {
  const digits = plainDecimal(value) ?? value.toString();
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
