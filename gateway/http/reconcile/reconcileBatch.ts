import type { Caller } from '../../../src/identity/Caller.ts';
import type { AskGraph } from '../../askGraph.ts';
import { askMatches, clearMatch, type Candidate } from '../../match/askMatches.ts';
import { recordInput } from '../../match/RecordInput.ts';
import { ENTERPRISE_TYPE } from './properties.ts';
import type { ReconcileQuery } from './queryBatch.ts';

/** A reconciliation candidate. */
export interface ReconcileCandidate {
  readonly id: string;
  readonly name: string;
  readonly type: readonly { readonly id: string; readonly name: string }[];
  readonly score: number;
  readonly match: boolean;
  readonly features: readonly { readonly id: string; readonly value: number }[];
}

/** A reconciliation result batch. */
export type ReconcileResults = Readonly<Record<string, { readonly result: readonly ReconcileCandidate[] }>>;

/**
 * Answers a batch of queries by the graph: whoever asks sees what the graph would show.
 *
 * @param askGraph - the graph
 * @param queries - from `queryBatch`
 * @param caller - who asks
 * @throws GatewayError MATCH_UNAVAILABLE
 */
export async function reconcileBatch(
  askGraph: AskGraph,
  queries: readonly ReconcileQuery[],
  caller: Caller,
): Promise<ReconcileResults> {
  const asked = queries.flatMap((query) => {
    const input = recordInput(query.values);
    return input === undefined ? [] : [{ query, input }];
  });
  const most = Math.max(...asked.map(({ query }) => query.limit), 2);
  const found = await askMatches(
    askGraph,
    asked.map(({ input }) => input),
    { first: most, caller },
  );
  const byQuery = new Map(asked.map(({ query }, at) => [query, found[at] ?? []]));
  return Object.fromEntries(queries.map((query) => [query.key, resultOf(query, byQuery.get(query) ?? [])]));
}

function resultOf({ limit }: ReconcileQuery, candidates: readonly Candidate[]): ReconcileResults[string] {
  const clear = clearMatch(candidates);
  return {
    result: candidates.slice(0, limit).map((candidate) => ({
      id: candidate.uscc,
      name: candidate.name ?? candidate.uscc,
      type: [ENTERPRISE_TYPE],
      score: candidate.score,
      match: candidate === clear,
      features: featuresOf(candidate),
    })),
  };
}

/** The specification wants every id once. */
function featuresOf({ nameScore, features }: Candidate): ReconcileCandidate['features'] {
  const values = new Map((features ?? []).map(({ feature, similarity }) => [feature.toLowerCase(), similarity]));
  if (nameScore !== null) values.set('name', nameScore);
  return [...values].map(([id, value]) => ({ id, value }));
}
