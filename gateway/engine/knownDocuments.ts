import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { messageOf } from '../../src/errors/messageOf.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { readExamples } from '../../src/portal/readExamples.ts';
import type { KnownDocument } from './Engine.ts';

const documentsByHash = z.record(z.string(), z.string(), 'must be one JSON object of documents by their hash');

/**
 * The documents that will be asked for: the explorer's examples, and the trusted documents of a file.
 *
 * @param file - a JSON object whose values are documents, as tools for trusted documents write it; its keys are not
 * relied upon
 * @throws StartError DEFINITIONS_INVALID when the file can not be read or has another form
 */
export async function knownDocuments(file: string | undefined): Promise<readonly KnownDocument[]> {
  const examples = (await readExamples()).map(({ query }) => query);
  const trusted = file === undefined ? [] : await readTrusted(file);
  return [...new Set([...examples, ...trusted])].map((query) => ({ query, hash: sha256(query) }));
}

async function readTrusted(file: string): Promise<readonly string[]> {
  try {
    return Object.values(documentsByHash.parse(JSON.parse(await readFile(file, 'utf8'))));
  } catch (error) {
    const problems =
      error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('\n') : messageOf(error);
    throw new StartError('DEFINITIONS_INVALID', { folder: file, problems }, { cause: error });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
