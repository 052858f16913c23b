import type { Caller } from '../../src/identity/Caller.ts';
import type { AskGraph } from '../askGraph.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { RecordInput } from './RecordInput.ts';

const MATCH = `query Matches($records: [EnterpriseMatchInput!]!, $first: Int!, $threshold: Float) {
  matchEnterprises(queries: $records, first: $first, threshold: $threshold) {
    index
    candidates {
      uscc name score nameScore isMatch
      features { feature similarity weight query target }
    }
  }
}`;

/** Most records that the graph matches at once. */
export const MOST_RECORDS = 100;

/** Most candidates of one record. */
export const MOST_CANDIDATES = 20;

/** How far the second must lie behind the best for it to be taken without a person. */
const LEAD = 0.05;

/** What the graph says of one record. */
export interface Candidate {
  readonly uscc: string;
  readonly name: string | null;
  readonly score: number;
  readonly nameScore: number | null;
  readonly isMatch: boolean;
  readonly features: readonly CandidateFeature[] | null;
}

/** One line of the explanation. */
export interface CandidateFeature {
  readonly feature: string;
  readonly similarity: number;
  readonly weight: number;
  readonly query: string | null;
  readonly target: string | null;
}

/** How records are matched, and for whom. */
export interface AskedMatches {
  /** Most candidates of a record. */
  readonly first: number;
  /** From which score on a candidate is a match, 0 to 1; the graph's own unless given. */
  readonly threshold?: number | undefined;
  readonly caller: Caller;
}

interface Answer {
  readonly matchEnterprises: readonly { readonly index: number; readonly candidates: readonly Candidate[] | null }[];
}

/**
 * Asks the graph which enterprises records mean.
 *
 * @param askGraph - the graph
 * @param records - at most {@link MOST_RECORDS}
 * @param asked - most candidates of a record, the threshold where it is not the usual one, and in whose name is asked
 * @returns the candidates of each record in order, best first
 * @throws GatewayError MATCH_UNAVAILABLE where nobody answers
 */
export async function askMatches(
  askGraph: AskGraph,
  records: readonly RecordInput[],
  { first, threshold, caller }: AskedMatches,
): Promise<readonly (readonly Candidate[])[]> {
  if (records.length === 0) return [];
  const { data } = await askGraph<Answer>(
    MATCH,
    { records, first, ...(threshold === undefined ? {} : { threshold }) },
    caller,
    'zh',
  );
  if (!data?.matchEnterprises) throw new GatewayError('MATCH_UNAVAILABLE');
  const byIndex = new Map(data.matchEnterprises.map(({ index, candidates }) => [index, candidates]));
  return records.map((_, index) => byIndex.get(index) ?? []);
}

/**
 * The candidate that may be taken without a person: it reaches the threshold, and no other comes near it.
 *
 * @param candidates - of one record, best first
 */
export function clearMatch(candidates: readonly Candidate[]): Candidate | undefined {
  const [best, second] = candidates;
  if (best?.isMatch !== true) return undefined;
  return best.score - (second?.score ?? 0) >= LEAD ? best : undefined;
}
