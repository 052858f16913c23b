import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { openKeyPair } from './keys.ts';

/** How a key is replaced. */
export interface RotationOptions {
  /** How long what the old key signed is still accepted where that matters (tokens, inner header), in milliseconds. */
  readonly graceMs: number;
  readonly now: Date;
}

/** What a rotation did. */
export interface Rotation {
  /** Key id of the key that signs no more. */
  readonly from: string;
  /** Key id of the one that signs from now on. */
  readonly to: string;
  readonly acceptedUntil: Date;
}

/**
 * Replaces the key pair of a purpose. The old public key is kept for ever, so that what it signed can be verified; its
 * private key is gone. The new public key lies in the folder before the private one can sign anything. Processes that run
 * on the folder notice by themselves.
 *
 * @param folder - the folder of all keys, `KEYS_DIR`
 * @param purpose - of the key
 * @param options - the grace of the old key
 */
export async function rotateKey(folder: string, purpose: string, { graceMs, now }: RotationOptions): Promise<Rotation> {
  const old = await openKeyPair(folder, purpose);
  const acceptedUntil = new Date(now.getTime() + graceMs);
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const shared = publicPart(jwk);
  const to = await calculateJwkThumbprint(shared);
  await replaceFile(
    join(folder, `${purpose}.${old.kid}.pub.jwk`),
    {
      ...publicPart(await exportJWK(old.publicKey)),
      retiredAt: now.toISOString(),
      acceptedUntil: acceptedUntil.toISOString(),
    },
    0o644,
  );
  await replaceFile(join(folder, `${purpose}.${to}.pub.jwk`), shared, 0o644);
  await replaceFile(join(folder, `${purpose}.pub.jwk`), shared, 0o644);
  await replaceFile(join(folder, `${purpose}.jwk`), jwk, 0o600);
  return { from: old.kid, to, acceptedUntil };
}

function publicPart({ kty, crv, x }: JWK): JWK {
  return { ...(kty && { kty }), ...(crv && { crv }), ...(x && { x }) };
}

/** Readers see the old file or the whole new one. */
async function replaceFile(path: string, content: object, mode: number): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode, flag: 'wx' });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
