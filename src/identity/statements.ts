import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { KeyPair } from './keys.ts';
import type { PublicKey } from './publicKeys.ts';

const ALGORITHM = 'EdDSA';

/** What a signature turned out to be: what was signed, or why that can not be told. */
export type ReadStatement =
  { readonly statement: unknown } | { readonly fault: 'KEY_UNKNOWN' } | { readonly fault: 'INVALID' };

/**
 * Signs a statement, as a compact JWS (RFC 7515, Ed25519).
 *
 * @param key - its private key signs; its id stands in the header
 * @param type - of the statement; one of another type is none of this
 * @param statement - plain JSON
 */
export async function signStatement(key: KeyPair, type: string, statement: object): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: type })
    .sign(key.privateKey);
}

/**
 * Reads a signed statement back.
 *
 * @param jws - from {@link signStatement}
 * @param type - of which it must be
 * @param keys - that are trusted
 */
export async function readStatement(jws: string, type: string, keys: readonly PublicKey[]): Promise<ReadStatement> {
  try {
    const { kid, typ } = decodeProtectedHeader(jws);
    const key = keys.find((one) => one.kid === kid);
    if (key === undefined) return { fault: 'KEY_UNKNOWN' };
    if (typ !== type) return { fault: 'INVALID' };
    const { payload } = await compactVerify(jws, await importJWK(key, ALGORITHM), { algorithms: [ALGORITHM] });
    return { statement: JSON.parse(new TextDecoder().decode(payload)) as unknown };
  } catch {
    return { fault: 'INVALID' };
  }
}
