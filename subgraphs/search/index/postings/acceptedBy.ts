import { LRUCache } from 'lru-cache';
import type { Db } from 'mongodb';
import type { Generation } from '../Generation.ts';
import { readState } from '../IndexState.ts';
import { NumberSet } from './NumberSet.ts';
import { unpackNumbers } from './packNumbers.ts';
import type { PostingDocument } from './PostingDocument.ts';
import { readBlocks, visitNumbers } from './readBlocks.ts';
import { storedPostings } from './readPostings.ts';
import type { Accepts } from './Tally.ts';

/** Memory that sets are kept in, in bytes: some hundred of a million enterprises. */
const KEPT_BYTES = 16_777_216;

/** Who passes a group of pieces, by generation, position and group. As long as the index follows nothing new, they stay the same. */
const kept = new WeakMap<Db, LRUCache<string, NumberSet>>();

/**
 * Reads who passes filters, however many they are: a filter must hold for all that is found.
 *
 * @param generation - of the index
 * @param filters - pieces that must be there: of each group one
 */
export async function acceptedBy(generation: Generation, filters: readonly (readonly string[])[]): Promise<Accepts> {
  if (filters.length === 0) return () => true;
  const { db } = generation.postings;
  const position = await positionOf(db, generation);
  const sets = kept.get(db) ?? new LRUCache({ maxSize: KEPT_BYTES, sizeCalculation: ({ bytes }: NumberSet) => bytes });
  kept.set(db, sets);
  const keys = filters.map((group) => `${position ?? ''} ${group.join('\n')}`);
  const known = keys.map((key) => (position === undefined ? undefined : sets.get(key)));
  const missing = filters.filter((_, at) => known[at] === undefined);
  const read = await readMembers(generation, missing);
  const members = filters.map((group, at) => known[at] ?? read.get(group) ?? new NumberSet());
  if (position !== undefined) members.forEach((set, at) => sets.set(keys[at] ?? '', set));
  return (number) => members.every((set) => set.has(number));
}

/** Read before the sets are, so that they hold all that it says; undefined where it says nothing of this generation. */
async function positionOf(db: Db, { number }: Generation): Promise<string | undefined> {
  const state = await readState(db);
  return state?.generation === number ? `${number}.${state.seq}` : undefined;
}

async function readMembers(
  generation: Generation,
  groups: readonly (readonly string[])[],
): Promise<ReadonlyMap<readonly string[], NumberSet>> {
  if (groups.length === 0) return new Map();
  const stored = await storedPostings(generation)([...new Set(groups.flat())]);
  const byGram = new Map(stored.map((posting) => [posting._id, posting]));
  const postingsOf = (group: readonly string[]) => group.flatMap((gram) => byGram.get(gram) ?? []);
  const sets = await Promise.all(groups.map(async (group) => membersOf(generation, postingsOf(group))));
  return new Map(groups.map((group, at) => [group, sets[at] ?? new NumberSet()]));
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
