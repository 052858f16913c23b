import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, type JWK } from 'jose';

/** A public key by which anybody can check our signatures. */
export interface PublicKey extends JWK {
  /** The thumbprint (RFC 7638). */
  readonly kid: string;
  /** What is signed with it, for instance `checkpoints`. */
  readonly purpose: string;
}

/** Public halves; a key that was replaced stays in the folder under any other name with this ending. */
const ENDING = '.pub.jwk';

/**
 * Reads all public keys of the keys' folder, those of former key pairs included: what they signed must still be checked.
 *
 * @param folder - `KEYS_DIR`
 * @returns sorted by purpose; none where there is no folder
 * @throws Error where a file is no key
 */
export async function publicKeys(folder: string): Promise<readonly PublicKey[]> {
  const names = await readdir(folder).catch(() => []);
  const own = names.filter((name) => name.endsWith(ENDING)).toSorted();
  const keys = await Promise.all(own.map((name) => readPublicKey(folder, name)));
  // After a rotation the key that signs lies there under its id as well.
  return keys.filter(
    ({ kid, purpose }, at) => keys.findIndex((key) => key.kid === kid && key.purpose === purpose) === at,
  );
}

async function readPublicKey(folder: string, name: string): Promise<PublicKey> {
  try {
    const { kty, crv, x } = JSON.parse(await readFile(join(folder, name), 'utf8')) as JWK;
    const jwk = { ...(kty && { kty }), ...(crv && { crv }), ...(x && { x }) };
    const [purpose = ''] = name.split('.');
    return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig', purpose };
  } catch (error) {
    throw new Error(`The key file ${join(folder, name)} holds no public key`, { cause: error });
  }
}
