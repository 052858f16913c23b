import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { codeCondition } from '../index/codeCondition.ts';
import type { Generation } from '../index/Generation.ts';
import { gramsOf, type WeightedGram } from '../index/gramsOf.ts';
import type { FoundEnterprise } from '../index/IndexedEnterprise.ts';
import { keyCondition } from '../index/keyCondition.ts';
import { acceptedBy } from '../index/postings/acceptedBy.ts';
import { findNumbers } from '../index/postings/findNumbers.ts';
import type { Accepts } from '../index/postings/Tally.ts';
import { readEnterprises, readInOrder } from '../index/readEnterprises.ts';
import { readListed } from '../index/readListed.ts';
import { readListedNumbers } from '../index/readListings.ts';
import { readSettled } from '../index/readSettled.ts';
import { scoreHit, type HitScore } from './scoreHit.ts';
import type { SearchFilter } from './SearchFilter.ts';
import type { SearchText } from './SearchText.ts';

/** Hits over which pages and counts go. */
export const HITS_MOST = 100;
/** Numbers that are looked up for them, of whom the caller may not see all. */
const NUMBERS_MOST = 150;
/** Enterprises that are looked at where lists are too long to be looked up, so that who stands on one is known only afterwards. */
const UNSURE_MOST = 2_000;
/** Enterprises with a key that begins so which are held against a filter. */
const KEYED_MOST = 20_000;
/** Who has less of what was typed than this share of what the likeliest has is not looked at. */
const LEAST_SHARE = 0.5;
/** Below this a hit is none. */
const LEAST_SCORE = 0.4;

/** An enterprise that fits, with all that is known of it. */
export interface FoundHit extends HitScore {
  readonly enterprise: FoundEnterprise;
}

/** The best hits, best ones first. */
export interface FoundHits {
  readonly hits: readonly FoundHit[];
  readonly isCut: boolean;
}

/**
 * Finds the enterprises that fit what was typed, as far as the caller may see them now.
 *
 * @param text - what was typed
 * @param filter - what must hold
 * @param context - the request
 * @throws AppError SEARCH_TOO_COMMON or SEARCH_NOT_READY
 */
export async function findHits(text: SearchText, filter: SearchFilter, context: SubgraphContext): Promise<FoundHits> {
  const grams = gramsOf(text.parts);
  if (grams.length === 0 && text.code === '' && !text.isLatin && text.characters.length > 1)
    throw new AppError('SEARCH_TOO_COMMON');
  const cut = { isCut: false };
  const rows = await readFitting(filter, context, async (generation) => {
    const among = await amongOf(generation, filter, context);
    const found = await Promise.all([
      byName(generation, grams, among, context),
      byCodeOrKey(generation, text, among, context),
    ]);
    cut.isCut = found.some(({ isCut }) => isCut);
    const all = found.flatMap(({ enterprises }) => enterprises);
    const each = new Map(all.map((enterprise) => [enterprise._id, enterprise])).values();
    const hits = [...each].map((enterprise) => ({ enterprise, ...scoreHit(text, enterprise) }));
    return hits.filter(({ score }) => score >= LEAST_SCORE).sort(byScore);
  });
  return { hits: rows.slice(0, HITS_MOST), isCut: cut.isCut || rows.length > HITS_MOST };
}

/** Among whom hits are looked for. */
interface Among {
  /** Who passes; everybody unless given. */
  readonly accepts: Accepts | undefined;
  /** Enterprises that are read at most. */
  readonly limit: number;
}

/** What was read, and whether there may be more. */
interface ReadHits {
  readonly enterprises: readonly FoundEnterprise[];
  readonly isCut: boolean;
}

/** Only what the caller may see decides who is looked at: else the length of an answer would tell of hidden facts. */
async function amongOf(
  generation: Generation,
  { grams, lists }: SearchFilter,
  context: SubgraphContext,
): Promise<Among> {
  const [passes, listed] = await Promise.all([
    grams.length === 0 ? undefined : acceptedBy(generation, grams),
    lists === undefined ? undefined : readListedNumbers(generation, lists, context),
  ]);
  const limit = lists !== undefined && listed === undefined ? UNSURE_MOST : HITS_MOST;
  if (listed === undefined) return { accepts: passes, limit };
  return { accepts: (number) => listed.has(number) && (passes?.(number) ?? true), limit };
}

async function byName(
  generation: Generation,
  grams: readonly WeightedGram[],
  { accepts, limit }: Among,
  context: SubgraphContext,
): Promise<ReadHits> {
  const most = Math.max(limit, NUMBERS_MOST);
  const { numbers, isCut } = await findNumbers(generation, { grams, accepts, leastShare: LEAST_SHARE }, most);
  const enterprises = await readInOrder(generation, numbers, { limit }, context);
  return { enterprises, isCut: isCut || (enterprises.length === limit && numbers.length > limit) };
}

async function readFitting(
  { lists }: SearchFilter,
  context: SubgraphContext,
  read: (generation: Generation) => Promise<readonly FoundHit[]>,
): Promise<readonly FoundHit[]> {
  const usccOf = ({ enterprise }: FoundHit): string => enterprise.subjectUscc;
  if (lists === undefined) return (await readSettled(context, read, usccOf)).rows;
  const listed = await readListed(context, read, usccOf);
  return listed.filter((one) => lists.some((list) => one.lists.has(list))).map(({ row }) => row);
}

/** The order of hits: equal ones by their code, so that a page begins where the last one ended. */
export function byScore(one: FoundHit, other: FoundHit): number {
  if (one.score !== other.score) return other.score - one.score;
  return one.enterprise.subjectUscc < other.enterprise.subjectUscc ? -1 : 1;
}

/** Whole codes, and beginnings of names and of their sounds; what was typed is one of them at most. */
async function byCodeOrKey(
  generation: Generation,
  text: SearchText,
  { accepts, limit }: Among,
  context: SubgraphContext,
): Promise<ReadHits> {
  const codes = text.code === '' ? undefined : codeCondition([text.code]);
  // Single characters are kept of trade names alone, and sounds of beginnings.
  const isKey = text.isLatin || text.characters.length === 1;
  const condition = codes ?? (isKey ? keyCondition(text.key) : undefined);
  if (condition === undefined) return { enterprises: [], isCut: false };
  const also = ['keys'] as const;
  if (accepts === undefined) {
    const enterprises = await readEnterprises(generation, { condition, limit: limit + 1, also }, context);
    return { enterprises: enterprises.slice(0, limit), isCut: enterprises.length > limit };
  }
  const ids = await generation.enterprises.find(condition, { projection: { _id: 1 }, limit: KEYED_MOST }).toArray();
  const numbers = ids.map(({ _id }) => _id).filter(accepts);
  const enterprises = await readInOrder(generation, numbers, { limit, also }, context);
  const isCut = ids.length === KEYED_MOST || (enterprises.length === limit && numbers.length > limit);
  return { enterprises, isCut };
}
