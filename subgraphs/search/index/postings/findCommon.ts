import type { Generation } from '../Generation.ts';
import { blockId, type BlockDocument } from './PostingDocument.ts';
import { tallied, type FoundGram, type FoundNumbers, type Wanted } from './tallied.ts';

/** Blocks of each piece that are read, from the first one on. */
const BLOCKS = [0, 1];
/** What rounding leaves of the sum of all pieces. */
const ALL = 0.999;

/**
 * Finds enterprises that have all of some pieces which very many have, such as those of 贸易 alone: all that have them are as good, so that
 * a few blocks may hold as many as are wanted.
 *
 * @param generation - of the index
 * @param grams - frequent ones only
 * @param wanted - see {@link Wanted}
 * @returns undefined where those blocks do not hold as many
 */
export async function findCommon(
  { blocks }: Generation,
  grams: readonly FoundGram[],
  wanted: Wanted,
): Promise<FoundNumbers | undefined> {
  const asked = grams.flatMap(({ gram }) => BLOCKS.map((block) => blockId(gram, block)));
  const stored = await blocks.find({ _id: { $in: asked } }).toArray();
  const byId = new Map(stored.map((block) => [block._id, block]));
  const blocksOf = (gram: string): readonly BlockDocument[] =>
    BLOCKS.flatMap((block) => byId.get(blockId(gram, block)) ?? []);
  const { numbers, last } = tallied(
    [],
    grams.map(({ gram, worth }) => ({ worth, blocks: blocksOf(gram) })),
    wanted,
  );
  const possible = grams.reduce((sum, { worth }) => sum + worth, 0);
  return numbers.length === wanted.limit && last >= possible * ALL ? { numbers, isCut: true } : undefined;
}
