import { setImmediate } from 'node:timers/promises';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { maskFreeText } from '../../../src/values/masks.ts';
import { CANDIDATES_MOST } from '../index/findCandidates.ts';
import { findCandidatesOfAll } from '../index/findCandidatesOfAll.ts';
import type { Generation } from '../index/Generation.ts';
import type { FoundEnterprise } from '../index/IndexedEnterprise.ts';
import { readSettled } from '../index/readSettled.ts';
import { targetOf } from '../index/targetOf.ts';
import type { MatchFeature, MatchScore } from '../matching/MatchFeature.ts';
import type { MatchQuery, PreparedQuery } from '../matching/MatchQuery.ts';
import type { PreparedTarget } from '../matching/MatchTarget.ts';
import { prepareQuery } from '../matching/prepareQuery.ts';
import { prepareTarget } from '../matching/prepareTarget.ts';
import { scoreMatch } from '../matching/scoreMatch.ts';
import type { AskedRecords } from './checkedRecords.ts';

/** `type EnterpriseMatch`: what was found for one record. */
export interface RecordMatch {
  readonly index: number;
  readonly candidates: readonly RecordCandidate[];
}

/** `type EnterpriseMatchCandidate`. */
export interface RecordCandidate {
  readonly uscc: string;
  readonly enterprise: { readonly uscc: string };
  readonly name: string;
  readonly score: number;
  readonly nameScore: number | null;
  readonly isMatch: boolean;
  readonly features: readonly MatchFeature[];
}

interface Scored extends MatchScore {
  readonly target: PreparedTarget;
}

/** A candidate with the place of its record. */
interface PlacedCandidate {
  readonly index: number;
  readonly candidate: RecordCandidate;
}

/** Enterprises that a record is compared with at most. */
const COMPARED_MOST = CANDIDATES_MOST;

/**
 * Finds the enterprises that records mean, among those that the caller may see.
 *
 * @param asked - from `checkedRecords`
 * @param context - the request
 * @returns for each record, in order, its candidates, best first
 * @throws AppError SEARCH_NOT_READY
 */
export async function matchRecords(asked: AskedRecords, context: SubgraphContext): Promise<readonly RecordMatch[]> {
  const queries = asked.records.map(prepareQuery);
  const read = async (generation: Generation): Promise<readonly PlacedCandidate[]> => {
    const found = await findCandidatesOfAll(generation, queries, context, COMPARED_MOST);
    const placed: PlacedCandidate[] = [];
    for (const [index, query] of queries.entries()) {
      const candidates = candidatesOf(asked.records[index] ?? {}, query, found[index] ?? [], asked);
      placed.push(...candidates.map((candidate) => ({ index, candidate })));
      // A batch is a second of comparing at most; others are let in between its records.
      await setImmediate();
    }
    return placed;
  };
  const { rows } = await readSettled(context, read, ({ candidate }) => candidate.uscc);
  return queries.map((_, index) => ({
    index,
    candidates: rows.filter((row) => row.index === index).map(({ candidate }) => candidate),
  }));
}

function candidatesOf(
  record: MatchQuery,
  query: PreparedQuery,
  found: readonly FoundEnterprise[],
  { threshold, cutOff, first }: AskedRecords,
): readonly RecordCandidate[] {
  const scored = found.map((enterprise): Scored => {
    const target = prepareTarget(targetOf(enterprise));
    return { target, ...scoreMatch(query, target) };
  });
  const best = scored
    .filter(({ score }) => score >= cutOff)
    .sort(bestFirst)
    .slice(0, first);
  return best.map(({ target, score, features }) => ({
    uscc: target.target.uscc,
    enterprise: { uscc: target.target.uscc },
    name: target.target.name,
    score: fourDecimals(score),
    nameScore: nameScoreOf(record, target),
    isMatch: score >= threshold,
    features: features.map(shown),
  }));
}

/** How well the name fits if nothing else were known of the record. */
function nameScoreOf({ name }: MatchQuery, target: PreparedTarget): number | null {
  return name === undefined ? null : fourDecimals(scoreMatch(prepareQuery({ name }), target).score);
}

/** What stands in a record may be a person's number in the wrong column. */
function shown(feature: MatchFeature): MatchFeature {
  return {
    ...feature,
    similarity: fourDecimals(feature.similarity),
    weight: fourDecimals(feature.weight),
    query: maskFreeText(feature.query),
  };
}

function bestFirst(one: Scored, other: Scored): number {
  return other.score - one.score || (one.target.target.uscc < other.target.target.uscc ? -1 : 1);
}

function fourDecimals(value: number): number {
  return Number(value.toFixed(4));
}
