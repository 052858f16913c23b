import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ReportEntry } from './ReportEntry.ts';

/** 16 random bytes in hexadecimal. */
export function newReportSalt(): string {
  return randomBytes(16).toString('hex');
}

/**
 * SHA-256 over what a report says of a fact, salted, since titles could be guessed. In which section it stands is our own arrangement and
 * may be another one day.
 *
 * @param salt - of the report
 * @param entry - what it says
 */
export function entryDigest(salt: string, { section, ...said }: ReportEntry): string {
  return createHash('sha256').update(salt).update(canonicalContent(said)).digest('hex');
}

/**
 * SHA-256 over the content of a report, in hexadecimal.
 *
 * @param content - from {@link canonicalContent}
 */
export function contentDigest(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Writes JSON in the one form that everybody writes it in (RFC 8785).
 *
 * @param value - plain JSON
 */
export function canonicalContent(value: object): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Nothing to make a digest of.');
  return json;
}
