import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { PreparedQuery } from '../matching/MatchQuery.ts';
import { codeCondition } from './codeCondition.ts';
import type { Generation } from './Generation.ts';
import { gramsOf } from './gramsOf.ts';
import type { FoundEnterprise } from './IndexedEnterprise.ts';
import { findNumbers } from './postings/findNumbers.ts';
import { readEnterprises, readInOrder } from './readEnterprises.ts';
import { readSettled } from './readSettled.ts';

/** Candidates of one query at most. */
export const CANDIDATES_MOST = 100;

/**
 * Who has less in common with a record than this share of what the likeliest has is no candidate. Of a million names it spares every second
 * comparison, and of damaged names loses none that a limit of a hundred would have kept.
 */
export const CANDIDATE_SHARE = 0.35;

/**
 * Finds the enterprises that a record may mean, as far as the caller may see them now: by its codes, and by what its name has in common
 * with theirs. They are to be compared by `scoreMatch`; the order says little.
 *
 * @param query - from `prepareQuery`
 * @param context - the request
 * @param limit - how many at most
 * @returns candidates, likely ones first; `targetOf` makes them comparable
 * @throws AppError SEARCH_NOT_READY
 */
export async function findCandidates(
  query: PreparedQuery,
  context: SubgraphContext,
  limit: number = CANDIDATES_MOST,
): Promise<readonly FoundEnterprise[]> {
  const read = async (generation: Generation): Promise<readonly FoundEnterprise[]> => {
    const found = await Promise.all([
      byCodes(generation, query, context, limit),
      byName(generation, query, context, limit),
    ]);
    return [...new Map(found.flat().map((enterprise) => [enterprise._id, enterprise])).values()].slice(0, limit);
  };
  return (await readSettled(context, read, ({ subjectUscc }) => subjectUscc)).rows;
}

async function byCodes(
  generation: Generation,
  { codes }: PreparedQuery,
  context: SubgraphContext,
  limit: number,
): Promise<readonly FoundEnterprise[]> {
  const condition = codeCondition(codes);
  return condition === undefined ? [] : readEnterprises(generation, { condition, limit, also: ['address'] }, context);
}

async function byName(
  generation: Generation,
  { name }: PreparedQuery,
  context: SubgraphContext,
  limit: number,
): Promise<readonly FoundEnterprise[]> {
  if (name === undefined) return [];
  const { numbers } = await findNumbers(generation, { grams: gramsOf(name), leastShare: CANDIDATE_SHARE }, limit);
  return readInOrder(generation, numbers, { limit, also: ['address'] }, context);
}
