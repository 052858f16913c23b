import type { Filter } from 'mongodb';
import sift from 'sift';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { PreparedQuery } from '../matching/MatchQuery.ts';
import { codeCondition } from './codeCondition.ts';
import { CANDIDATE_SHARE } from './findCandidates.ts';
import type { Generation } from './Generation.ts';
import { gramsOf } from './gramsOf.ts';
import type { FoundEnterprise, IndexedEnterprise } from './IndexedEnterprise.ts';
import { findNumbers } from './postings/findNumbers.ts';
import { sharedPostings } from './postings/readPostings.ts';
import { readEnterprises } from './readEnterprises.ts';

/**
 * Finds the enterprises that each of many records may mean, as far as the caller may see them now: the same as `findCandidates` finds for each,
 * with one command for the pieces of all names, one for all codes and one for all enterprises. Frequent pieces are read beside them
 * where the rare ones do not tell.
 *
 * What changed in the last moment may be among them: the caller reads through `readSettled`.
 *
 * @param generation - of the index
 * @param queries - from `prepareQuery`
 * @param context - the request
 * @param limit - how many of a record at most
 * @returns candidates of each record in order, those found by code first
 */
export async function findCandidatesOfAll(
  generation: Generation,
  queries: readonly PreparedQuery[],
  context: Pick<SubgraphContext, 'caller' | 'now'>,
  limit: number,
): Promise<readonly (readonly FoundEnterprise[])[]> {
  const read = sharedPostings(generation);
  const [numbers, byCodes] = await Promise.all([
    Promise.all(
      queries.map(async ({ name }) =>
        name === undefined
          ? []
          : (await findNumbers(generation, { grams: gramsOf(name), leastShare: CANDIDATE_SHARE }, limit, read)).numbers,
      ),
    ),
    findByCodes(generation, queries, context),
  ]);
  const named = await readNumbers(generation, [...new Set(numbers.flat())], context);
  return queries.map((_, at) => {
    const found = [...(byCodes[at] ?? []), ...(numbers[at] ?? []).flatMap((number) => named.get(number) ?? [])];
    return [...new Map(found.map((enterprise) => [enterprise._id, enterprise])).values()].slice(0, limit);
  });
}

/** One code means a few enterprises at most. */
const PER_CODE = 10;

async function findByCodes(
  generation: Generation,
  queries: readonly PreparedQuery[],
  context: Pick<SubgraphContext, 'caller' | 'now'>,
): Promise<readonly (readonly FoundEnterprise[])[]> {
  const conditions = queries.map(({ codes }) => codeCondition(codes));
  const asked = conditions.filter((condition) => condition !== undefined);
  if (asked.length === 0) return queries.map(() => []);
  const codes = queries.reduce((sum, query) => sum + query.codes.length, 0);
  const condition: Filter<IndexedEnterprise> = { $or: asked };
  const found = await readEnterprises(generation, { condition, limit: codes * PER_CODE, also: ['address'] }, context);
  return conditions.map((one) => (one === undefined ? [] : found.filter(meets(one))));
}

/** The same condition, evaluated in memory. */
function meets(condition: Filter<IndexedEnterprise>): (enterprise: unknown) => boolean {
  const filter: Readonly<Record<string, unknown>> = { ...condition };
  return sift.default<unknown>(filter);
}

async function readNumbers(
  generation: Generation,
  numbers: readonly number[],
  context: Pick<SubgraphContext, 'caller' | 'now'>,
): Promise<ReadonlyMap<number, FoundEnterprise>> {
  if (numbers.length === 0) return new Map();
  const condition: Filter<IndexedEnterprise> = { _id: { $in: [...numbers] } };
  const found = await readEnterprises(generation, { condition, limit: numbers.length, also: ['address'] }, context);
  return new Map(found.map((enterprise) => [enterprise._id, enterprise]));
}
