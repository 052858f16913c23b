import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { IngestError } from '../../errors/IngestError.ts';
import type { PublicKey } from '../../identity/publicKeys.ts';

const jwks = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })) });

/**
 * Reads public keys from a file, as they were taken from `/.well-known/jwks.json` at a time when they were trusted.
 *
 * @param path - a JWKS (RFC 7517)
 * @throws IngestError INGEST_FILE_UNREADABLE
 */
export async function readKeyFile(path: string): Promise<readonly PublicKey[]> {
  try {
    return jwks.parse(JSON.parse(await readFile(path, 'utf8'))).keys as object as readonly PublicKey[];
  } catch (error) {
    const { code = 'it holds no set of public keys' } = error as NodeJS.ErrnoException;
    throw new IngestError('INGEST_FILE_UNREADABLE', { file: path, reason: code });
  }
}
