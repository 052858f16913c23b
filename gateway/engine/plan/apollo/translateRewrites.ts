import type { FetchDataRewrite } from '@apollo/query-planner';
import type { FetchNodePathSegment, FetchRewrite } from '@graphql-hive/router-query-planner';
import { PlanError } from '../PlanError.ts';

const CONDITION = '... on ';

/**
 * Rewrites of Apollo's planner in the form of the native one.
 *
 * @param rewrites - of a fetch; none where there are none
 * @throws PlanError for one that has no counterpart
 */
export function translateRewrites(rewrites: readonly FetchDataRewrite[] = []): FetchRewrite[] {
  return rewrites.map((rewrite) => {
    const path = rewrite.path.map(segmentOf);
    if (rewrite.kind === 'KeyRenamer') return { KeyRenamer: { path, renameKeyTo: rewrite.renameKeyTo } };
    const value: unknown = rewrite.setValueTo;
    if (typeof value !== 'string') throw new PlanError('The plan sets a value that the executor does not know');
    return { ValueSetter: { path, setValueTo: value } };
  });
}

/** Lists are entered wherever they stand, so that their mark says nothing. */
function segmentOf(segment: string): FetchNodePathSegment {
  if (segment.startsWith(CONDITION)) return { TypenameEquals: [segment.slice(CONDITION.length)] };
  return { Key: segment };
}
