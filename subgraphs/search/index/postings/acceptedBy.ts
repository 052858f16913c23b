import type { Generation } from '../Generation.ts';
import { NumberSet } from './NumberSet.ts';
import { unpackNumbers } from './packNumbers.ts';
import type { PostingDocument } from './PostingDocument.ts';
import { readBlocks, visitNumbers } from './readBlocks.ts';
import { storedPostings } from './readPostings.ts';
import type { Accepts } from './Tally.ts';

/**
 * Reads who passes filters, however many they are: a filter must hold for all that is found.
 *
 * @param generation - of the index
 * @param filters - pieces that must be there: of each group one
 */
export async function acceptedBy(generation: Generation, filters: readonly (readonly string[])[]): Promise<Accepts> {
  if (filters.length === 0) return () => true;
  const stored = await storedPostings(generation)([...new Set(filters.flat())]);
  const byGram = new Map(stored.map((posting) => [posting._id, posting]));
  const groups = filters.map((group) => group.flatMap((gram) => byGram.get(gram) ?? []));
  const members = await Promise.all(groups.map((group) => membersOf(generation, group)));
  return (number) => members.every((set) => set.has(number));
}

async function membersOf(generation: Generation, group: readonly PostingDocument[]): Promise<NumberSet> {
  const set = new NumberSet();
  const frequent = group.filter(({ numbers }) => numbers === undefined);
  const blocks = await Promise.all(frequent.map(({ _id }) => readBlocks(generation, _id, 1)));
  for (const { numbers } of group)
    if (numbers !== undefined)
      unpackNumbers(numbers).forEach((number) => {
        set.add(number);
      });
  for (const block of blocks.flat())
    visitNumbers(block, (number) => {
      set.add(number);
    });
  return set;
}
