import DataLoader from 'dataloader';
import type { Generation } from '../Generation.ts';
import type { PostingDocument } from './PostingDocument.ts';

/** Reads the postings of grams; those that nobody has are left out, and the order says nothing. */
export type ReadPostings = (grams: readonly string[]) => Promise<readonly PostingDocument[]>;

/** Grams that one command asks for at most. */
const GRAMS_MOST = 5_000;

/**
 * Reads postings with one command for each question.
 *
 * @param generation - of the index
 */
export function storedPostings({ postings }: Generation): ReadPostings {
  return (grams) => postings.find({ _id: { $in: [...grams] } }).toArray();
}

/**
 * Reads the postings of questions that are asked at once with one command for all of them; a gram that several have is read once.
 *
 * @param generation - of the index
 */
export function sharedPostings(generation: Generation): ReadPostings {
  const read = storedPostings(generation);
  const loader = new DataLoader<string, PostingDocument | undefined>(
    async (grams) => {
      const found = new Map((await read(grams)).map((posting) => [posting._id, posting]));
      return grams.map((gram) => found.get(gram));
    },
    { maxBatchSize: GRAMS_MOST },
  );
  return async (grams) => {
    const found = await Promise.all(grams.map((gram) => loader.load(gram)));
    return found.filter((posting) => posting !== undefined);
  };
}
