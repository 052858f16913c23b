import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { PreparedQuery } from '../matching/MatchQuery.ts';
import type { IndexedEnterprise } from './IndexedEnterprise.ts';
import { targetOf } from './targetOf.ts';

export { targetOf };

/** Candidates of one query at most. */
export const CANDIDATES_MOST = 100;

/**
 * Finds the enterprises that a record may mean, as far as the caller may see them now: by its codes, and by what its name has in common
 * with theirs. They are to be compared by `scoreMatch`; the order says little.
 *
 * @param query - from `prepareQuery`
 * @param context - the request
 * @param limit - how many at most
 * @returns candidates, likely ones first; `targetOf` makes them comparable
 */
export async function findCandidates(
  query: PreparedQuery,
  context: SubgraphContext,
  limit: number = CANDIDATES_MOST,
): Promise<readonly IndexedEnterprise[]> {
  const enterprises = context.database.db.collection<IndexedEnterprise>('enterprises');
  return enterprises.find({ subjectUscc: { $in: [...query.codes] } }, { limit }).toArray();
}
