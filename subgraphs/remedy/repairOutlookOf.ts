import { AppError } from '../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { repairOutlook, type RepairOutlook } from './rules/repairOutlook.ts';
import { readTarget } from './target.ts';

/**
 * Tells whether, when and how a fact may be repaired.
 *
 * @param type - GraphQL type of the fact
 * @param id - its id
 * @param context - the request; what its caller may not see has no outlook
 * @throws AppError FACT_UNAVAILABLE where its owner does not answer
 */
export async function repairOutlookOf(
  type: string,
  id: string,
  context: SubgraphContext,
): Promise<RepairOutlook | null> {
  const target = await readTarget(type, id, context);
  if (!('refused' in target)) return repairOutlook(target.ground, todayInShanghai(context.now));
  if (target.refused === 'TARGET_UNAVAILABLE') throw new AppError('FACT_UNAVAILABLE', { type });
  return null;
}
