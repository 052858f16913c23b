import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LedgerBody } from '../LedgerBody.ts';

/** The parts of an entry that its hash is made of. */
export interface HashedEntry {
  readonly seq: number;
  readonly prevHash: string;
  readonly time: Date;
  readonly bodyDigest: string;
}

/** 16 random bytes in hexadecimal: as many as a digest needs so that trying values leads nowhere. */
export function newSalt(): string {
  return randomBytes(16).toString('hex');
}

/**
 * SHA-256 over the salt's bytes and the body as canonical JSON (RFC 8785), in hexadecimal.
 *
 * @param salt - in hexadecimal
 * @param body - of plain JSON values
 */
export function bodyDigestOf(salt: string, body: LedgerBody): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalJson(body)).digest('hex');
}

/**
 * SHA-256 over an entry as canonical JSON (RFC 8785), in hexadecimal; time in ISO 8601 with milliseconds.
 *
 * @param entry - without its own hash
 */
export function entryHashOf({ seq, prevHash, time, bodyDigest }: HashedEntry): string {
  return digestOf({ seq, prevHash, time: time.toISOString(), bodyDigest });
}

/**
 * SHA-256 over a value as canonical JSON (RFC 8785), in hexadecimal.
 *
 * @param value - of plain JSON values; parts that are undefined count as absent
 */
export function digestOf(value: object): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function canonicalJson(value: object): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Nothing to make a digest of.');
  return json;
}
