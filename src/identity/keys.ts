import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';

/** A key pair for one purpose. Signatures are Ed25519 (RFC 8037). */
export interface KeyPair {
  /** The thumbprint of the public key (RFC 7638), so that a rotated key has another id. */
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

const ALGORITHM = 'EdDSA';

/**
 * Opens the key pair of a purpose, and makes it at the first time.
 *
 * The folder holds `<purpose>.jwk`, readable by its owner only, and `<purpose>.pub.jwk`. Processes that start at the
 * same time agree on one pair.
 *
 * @param folder - the folder of all keys, `KEYS_DIR`
 * @param purpose - what is signed with it, for instance `tokens`
 * @throws Error when a file is there that is no Ed25519 key
 */
export async function openKeyPair(folder: string, purpose: string): Promise<KeyPair> {
  const path = join(folder, `${purpose}.jwk`);
  const kept = await readJwk(path);
  if (kept) return keyPairOf(kept, path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  await placeOnce(path, await exportJWK(privateKey), 0o600);
  const jwk = await readJwk(path);
  if (!jwk) throw new Error(`The key file ${path} vanished while it was made`);
  await placeOnce(join(folder, `${purpose}.pub.jwk`), publicPart(jwk), 0o644);
  return keyPairOf(jwk, path);
}

/** Puts a complete file in place, unless one is there. */
async function placeOnce(path: string, jwk: JWK, mode: number): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(jwk, null, 2)}\n`, { mode, flag: 'wx' });
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readJwk(path: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw new Error(`The key file ${path} cannot be read`, { cause: error });
  }
}

async function keyPairOf(jwk: JWK, path: string): Promise<KeyPair> {
  try {
    const [kid, privateKey, publicKey] = await Promise.all([
      calculateJwkThumbprint(jwk),
      importJWK(jwk, ALGORITHM),
      importJWK(publicPart(jwk), ALGORITHM),
    ]);
    return { kid, privateKey: ofType('private', privateKey), publicKey: ofType('public', publicKey) };
  } catch (error) {
    throw new Error(`The key file ${path} holds no Ed25519 key pair`, { cause: error });
  }
}

function publicPart({ kty, crv, x }: JWK): JWK {
  return { ...(kty && { kty }), ...(crv && { crv }), ...(x && { x }) };
}

/** A file that holds another kind of key, or half of a pair, would fail at the first signature only. */
function ofType(type: 'private' | 'public', key: CryptoKey | Uint8Array): CryptoKey {
  if (key instanceof Uint8Array || key.type !== type) throw new TypeError(`Not a ${type} key`);
  return key;
}

function hasCode(error: unknown, code: string): boolean {
  return (error as NodeJS.ErrnoException).code === code;
}
