import { isDeepStrictEqual } from 'node:util';
import { Decimal128 } from 'mongodb';
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
 * The part of a document that is the fact itself: without revision, provenance, layout and anything that differs between two arrivals.
 *
 * @param document - a stored or built document
 */
export function businessPart(document: FactDocumentBase): Record<string, unknown> {
  const { record, schemaVersion, ...own } = document;
  const { revision, revisionReason, revisionNote, provenance, ...envelope } = record;
  return { ...(plain(own) as object), record: { ...envelope, linkedBy: provenance.linkedBy } };
}

function plain(value: unknown): unknown {
  // Fields store amounts with two decimals, so that equal amounts have equal digits.
  if (value instanceof Decimal128) return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
