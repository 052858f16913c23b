import { readExamples } from '../../src/portal/readExamples.ts';
import { sha256 } from '../../src/values/sha256.ts';
import type { TrustedDocuments } from '../documents/TrustedDocuments.ts';
import type { KnownDocument } from './Engine.ts';

/**
 * The documents that will be asked for: the explorer's examples, and the trusted documents.
 *
 * @param trusted - as they were read from the file of them
 * @returns each once
 */
export async function knownDocuments(trusted: TrustedDocuments): Promise<readonly KnownDocument[]> {
  const examples = (await readExamples()).map(({ query }) => query);
  const texts = new Set([...examples, ...trusted.all.map(({ query }) => query)]);
  return [...texts].map((query) => ({ query, hash: sha256(query) }));
}
