import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../src/errors/messageOf.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { sha256 } from '../../src/values/sha256.ts';
import { TrustedDocuments } from './TrustedDocuments.ts';

const HASH = /^(?:sha256:)?(?<hash>[0-9a-f]{64})$/;

const documentsById = z
  .record(z.string(), z.string(), 'must be one JSON object of documents by their id')
  .superRefine((documents, context) => {
    for (const [id, query] of Object.entries(documents)) {
      const hash = HASH.exec(id)?.groups?.['hash'];
      if (hash === undefined || hash === sha256(query)) continue;
      context.addIssue({ code: 'custom', message: `${id} is not the SHA-256 of its document` });
    }
  });

/**
 * Reads the documents that callers may name, as tools for trusted documents write them.
 *
 * @param file - a JSON object of documents by their id; an id that is a SHA-256 must be that of its document
 * @returns none without a file
 * @throws StartError DEFINITIONS_INVALID when the file can not be read or has another form
 */
export async function readTrustedDocuments(file: string | undefined): Promise<TrustedDocuments> {
  if (file === undefined) return new TrustedDocuments({});
  try {
    return new TrustedDocuments(documentsById.parse(JSON.parse(await readFile(file, 'utf8'))));
  } catch (error) {
    const problems =
      error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('\n') : messageOf(error);
    throw new StartError('DEFINITIONS_INVALID', { folder: file, problems }, { cause: error });
  }
}
