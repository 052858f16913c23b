import { hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { CredentialDocument, CredentialKind } from './ClientDocument.ts';

/** A credential as its holder has it, shown once. */
export interface NewCredential {
  /** Begins with the visible id, such as `cgk_0123456789ab_…`. */
  readonly text: string;
  readonly id: string;
  /** What is kept of it. */
  readonly digest: string;
}

const PREFIXES = { SECRET: 'cgs', KEY: 'cgk' } as const;
const TEXT = /^(?<id>cg[ks]_[0-9a-f]{12})_[\w-]{43}$/;
const SECRET_BYTES = 32;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Of scrypt with r = 8 and p = 1, Node's default. More is for passwords that people choose; these are 256 random bits. */
const COST = 16_384;
const derive = promisify(scrypt);

/**
 * Makes a credential of 256 random bits.
 *
 * A secret is kept as scrypt (RFC 7914) with a salt, as it is checked once per token. A key is checked with every request and
 * kept as SHA-256: what is slow to guess is the key itself, and a slow digest would be a lever to exhaust the server.
 *
 * @param kind - what it is for
 */
export async function makeCredential(kind: CredentialKind): Promise<NewCredential> {
  const id = `${PREFIXES[kind]}_${randomBytes(6).toString('hex')}`;
  const text = `${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { id, text, digest: await digestOf(kind, text) };
}

/**
 * The visible id of a credential.
 *
 * @param text - as it was sent
 * @returns undefined where it has not the form of one
 */
export function credentialId(text: string): string | undefined {
  return TEXT.exec(text)?.groups?.['id'];
}

/**
 * What is kept of a credential.
 *
 * @param kind - what it is for
 * @param text - as its holder has it
 */
export async function digestOf(kind: CredentialKind, text: string): Promise<string> {
  if (kind === 'KEY') return keyDigest(text);
  return scrypted(text, randomBytes(SALT_BYTES));
}

/**
 * Tells whether a text is the credential that was kept, in a time that does not depend on where they differ.
 *
 * @param credential - what was kept
 * @param text - as it was sent
 */
export async function isCredential({ kind, digest }: CredentialDocument, text: string): Promise<boolean> {
  const given = kind === 'KEY' ? keyDigest(text) : await scrypted(text, saltOf(digest));
  const [a, b] = [Buffer.from(given), Buffer.from(digest)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function keyDigest(text: string): string {
  return `sha256$${hash('sha256', text, 'base64url')}`;
}

function saltOf(digest: string): Buffer {
  const [, salt = ''] = digest.split('$');
  return Buffer.from(salt, 'base64url');
}

async function scrypted(text: string, salt: Buffer): Promise<string> {
  const derived = (await derive(text, salt, HASH_BYTES)) as Buffer;
  return `scrypt-${COST}$${salt.toString('base64url')}$${derived.toString('base64url')}`;
}
