import { visibleFact } from '../../../src/data/visibleFact.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { MutationRepairApplyArgs, RepairInput } from '../__generated__/resolvers.ts';
import { applicantOf, obstaclesOf } from '../applicant.ts';
import type { RepairOutcome } from '../applicationSteps.ts';
import { repairs } from '../collections/repairs.ts';
import { openApplication, type Beginning } from '../openApplication.ts';
import { REPAIR } from '../procedure.ts';
import { refusal, type Refusal } from '../rules/refusals.ts';
import type { RepairStatus } from '../rules/repairFlow.ts';
import { readTarget } from '../target.ts';

/**
 * Applies for the repair of a fact. Only the enterprise that the fact is about may, or the credit office at its window.
 *
 * @throws AppError FORBIDDEN for anybody else; nothing is written then
 */
export async function repairApply(
  _parent: unknown,
  { input, isDraft }: MutationRepairApplyArgs,
  context: SubgraphContext,
): Promise<RepairOutcome> {
  const target = await readTarget(input.factType, input.fact, context);
  if ('refused' in target) return refused([refusal(context.locale, 'fact', target.refused)]);
  const uscc = applicantOf(target, context, 'repairApply');
  if (uscc === undefined) return refused([refusal(context.locale, 'fact', 'NO_ENTERPRISE')]);
  const obstacles = isDraft === true ? [] : obstaclesOf(target, context);
  if (obstacles.length > 0) return refused(obstacles);
  const opened = await openApplication(REPAIR, target, uscc, beginning(input, isDraft === true, context), context);
  if ('errors' in opened) return refused(opened.errors);
  return { repair: await visibleFact(repairs, opened.id, context), errors: [] };
}

function beginning(input: RepairInput, isDraft: boolean, { now }: SubgraphContext): Beginning<RepairStatus> {
  const { evidence, promise, promiseId } = input;
  return {
    status: isDraft ? 'DRAFT' : 'SUBMITTED',
    values: {
      evidence,
      promise: promise ? [promise] : null,
      promiseId,
      submittedOn: isDraft ? null : todayInShanghai(now),
    },
  };
}

function refused(errors: readonly Refusal[]): RepairOutcome {
  return { repair: null, errors };
}
