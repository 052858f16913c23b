import { visibleFact } from '../../../src/data/visibleFact.ts';
import { AppError } from '../../../src/errors/AppError.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { MutationRepairSubmitArgs } from '../__generated__/resolvers.ts';
import { obstaclesOf } from '../applicant.ts';
import type { RepairOutcome } from '../applicationSteps.ts';
import { repairs } from '../collections/repairs.ts';
import { isApplicant } from '../mayStep.ts';
import { REPAIR, type Repair } from '../procedure.ts';
import { refusal, type Refusal } from '../rules/refusals.ts';
import { takeStep } from '../takeStep.ts';
import { readTarget } from '../target.ts';

/**
 * Hands in a draft, or an application again of which something was missing; deadlines run from this day.
 *
 * @throws AppError FACT_UNKNOWN, or FORBIDDEN for anybody but the applicant; nothing is written then
 */
export async function repairSubmit(
  _parent: unknown,
  { id, evidence, promise }: MutationRepairSubmitArgs,
  context: SubgraphContext,
): Promise<RepairOutcome> {
  const repair = await visibleFact(repairs, id, context);
  if (!isApplicant(repair, context)) throw new AppError('FORBIDDEN', { coordinate: 'Mutation.repairSubmit' });
  const obstacles = await obstaclesNow(repair, context);
  if (obstacles.length > 0) return { repair, errors: obstacles };
  const set = {
    submittedOn: todayInShanghai(context.now),
    missing: null,
    ...(evidence ? { evidence } : {}),
    ...(promise ? { promise: [promise] } : {}),
  };
  const errors = await takeStep(REPAIR, repair, { deed: 'SUBMIT', set }, context);
  return { repair: await visibleFact(repairs, id, context), errors };
}

async function obstaclesNow(
  { targetType = '', targetFact = '', subjectUscc }: Repair,
  context: SubgraphContext,
): Promise<readonly Refusal[]> {
  const target = await readTarget(targetType, targetFact, context);
  if ('refused' in target) return [refusal(context.locale, 'id', target.refused)];
  // The fact may have been corrected to another enterprise since the draft: then it is not this applicant's to repair.
  if (target.uscc !== subjectUscc) return [refusal(context.locale, 'id', 'SUBJECT_CHANGED')];
  return obstaclesOf(target, context);
}
