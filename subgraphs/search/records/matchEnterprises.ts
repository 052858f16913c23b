import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { QueryMatchEnterprisesArgs } from '../__generated__/resolvers.ts';
import { checkedRecords } from './checkedRecords.ts';
import { matchRecords, type RecordMatch } from './matchRecords.ts';

/**
 * Finds the enterprises that records of the caller's own mean.
 *
 * @param asked - the records and the knobs
 * @param context - the request
 * @throws AppError as `checkedRecords` says
 */
export async function matchEnterprises(
  asked: QueryMatchEnterprisesArgs,
  context: SubgraphContext,
): Promise<readonly RecordMatch[]> {
  return matchRecords(checkedRecords(asked), context);
}
