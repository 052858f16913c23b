import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { codeCondition } from '../index/codeCondition.ts';
import { filterGrams } from '../index/filterGrams.ts';
import type { Generation } from '../index/Generation.ts';
import { gramsOf } from '../index/gramsOf.ts';
import type { FoundEnterprise } from '../index/IndexedEnterprise.ts';
import { keyCondition } from '../index/keyCondition.ts';
import { findNumbers } from '../index/postings/findNumbers.ts';
import { readEnterprises, readInOrder } from '../index/readEnterprises.ts';
import { readListed } from '../index/readListed.ts';
import { readSettled } from '../index/readSettled.ts';
import { scoreHit, type HitScore } from './scoreHit.ts';
import type { SearchFilter } from './SearchFilter.ts';
import type { SearchText } from './SearchText.ts';

/** Hits over which pages and counts go. */
export const HITS_MOST = 100;
/** Numbers that are looked at where something must hold that only the documents say. */
const FILTERED_MOST = 2_000;
/** Enterprises whose places on lists are asked for. */
const LISTED_MOST = 300;
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
    const byName = async (): Promise<readonly FoundEnterprise[]> => {
      const sought = { grams, filters: filter.grams, leastShare: LEAST_SHARE };
      const found = await findNumbers(generation, sought, mostOf(filter));
      cut.isCut = found.isCut;
      return readInOrder(
        generation,
        found.numbers,
        { condition: filter.condition, limit: readMostOf(filter) },
        context,
      );
    };
    const found = await Promise.all([byName(), byCodeOrKey(generation, text, filter, context)]);
    const each = new Map(found.flat().map((enterprise) => [enterprise._id, enterprise])).values();
    const hits = [...each].map((enterprise) => ({ enterprise, ...scoreHit(text, enterprise) }));
    return hits.filter(({ score }) => score >= LEAST_SCORE).sort(byScore);
  });
  return { hits: rows.slice(0, HITS_MOST), isCut: cut.isCut || rows.length > HITS_MOST };
}

/** Who stands on a list is known only after it was asked for this caller at this moment, so more are read then. */
function readMostOf({ lists }: SearchFilter): number {
  return lists === undefined ? HITS_MOST : LISTED_MOST;
}

function mostOf({ lists, condition }: SearchFilter): number {
  return lists === undefined && Object.keys(condition).length === 0 ? HITS_MOST : FILTERED_MOST;
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
  filter: SearchFilter,
  context: SubgraphContext,
): Promise<readonly FoundEnterprise[]> {
  const codes = text.code === '' ? undefined : codeCondition([text.code]);
  // Single characters are kept of trade names alone, and sounds of beginnings.
  const isKey = text.isLatin || text.characters.length === 1;
  const asked = codes ?? (isKey ? keyCondition(text.key) : undefined);
  if (asked === undefined) return [];
  const condition = { $and: [asked, filter.condition] };
  const found = await readEnterprises(generation, { condition, limit: mostOf(filter), also: ['keys'] }, context);
  return found.filter((enterprise) => hasGrams(enterprise, filter));
}

function hasGrams(enterprise: FoundEnterprise, { grams }: SearchFilter): boolean {
  if (grams.length === 0) return true;
  const own = new Set(filterGrams(enterprise));
  return grams.every((group) => group.some((gram) => own.has(gram)));
}
