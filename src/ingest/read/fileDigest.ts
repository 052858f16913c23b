import { createHash } from 'node:crypto';
import { openFile } from './openFile.ts';

/**
 * The SHA-256 of a file as it lies on the disk, in hexadecimal: what tells whether the same file comes again.
 *
 * @param path - the file
 * @throws IngestError where it can not be read
 */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  const { bytes } = await openFile(path);
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
