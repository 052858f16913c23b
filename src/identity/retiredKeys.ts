import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, importJWK, type CryptoKey, type JWK } from 'jose';

/** A public key whose private half was replaced. */
export interface RetiredKey {
  readonly publicKey: CryptoKey;
  /** Milliseconds since 1970. */
  readonly acceptedUntil: number;
}

const RETIRED_NAME = /^(?<purpose>[a-z]+)\.[\w-]{43}\.pub\.jwk$/;

/**
 * Reads the public keys of a purpose that were replaced and say how long they are accepted, by key id.
 *
 * @param folder - the folder of all keys, `KEYS_DIR`
 * @param purpose - of the keys
 * @throws TypeError where a file holds no public key
 */
export async function retiredKeys(folder: string, purpose: string): Promise<ReadonlyMap<string, RetiredKey>> {
  const names = await readdir(folder);
  const own = names.filter((name) => RETIRED_NAME.exec(name)?.groups?.['purpose'] === purpose);
  const keys = await Promise.all(own.map((name) => readRetired(join(folder, name))));
  return new Map(keys.flatMap((key) => (key === undefined ? [] : [key])));
}

/**
 * Reads one public key.
 *
 * @param path - its file
 * @returns key id (RFC 7638), the key, and until when it is accepted where the file says so
 * @throws TypeError where the file holds no public key
 */
export async function readPublicKey(
  path: string,
): Promise<{ readonly kid: string; readonly publicKey: CryptoKey; readonly acceptedUntil?: number }> {
  const { kty, crv, x, acceptedUntil } = JSON.parse(await readFile(path, 'utf8')) as JWK & {
    readonly acceptedUntil?: string;
  };
  const jwk = { ...(kty && { kty }), ...(crv && { crv }), ...(x && { x }) };
  const publicKey = await importJWK(jwk, 'EdDSA');
  if (publicKey instanceof Uint8Array) throw new TypeError(`The key file ${path} holds no public key`);
  const until = acceptedUntil === undefined ? {} : { acceptedUntil: Date.parse(acceptedUntil) };
  return { kid: await calculateJwkThumbprint(jwk), publicKey, ...until };
}

/** A public key that was put there by hand, without saying how long it is accepted, verifies documents but no tokens. */
async function readRetired(path: string): Promise<readonly [string, RetiredKey] | undefined> {
  const { kid, publicKey, acceptedUntil } = await readPublicKey(path);
  return acceptedUntil === undefined ? undefined : [kid, { publicKey, acceptedUntil }];
}
