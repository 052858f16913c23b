import { visibleFact } from '../../../src/data/visibleFact.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { MutationObjectionFileArgs } from '../__generated__/resolvers.ts';
import { applicantOf } from '../applicant.ts';
import type { ObjectionOutcome } from '../applicationSteps.ts';
import { objections } from '../collections/objections.ts';
import { openApplication } from '../openApplication.ts';
import { OBJECTION } from '../procedure.ts';
import { refusal, type Refusal } from '../rules/refusals.ts';
import { settleObjection } from '../settleObjection.ts';
import { readTarget } from '../target.ts';

/**
 * Objects to a fact, which is marked at once. Only the enterprise that the fact is about may, or the credit office at its window.
 *
 * @throws AppError FORBIDDEN for anybody else; nothing is written then
 */
export async function objectionFile(
  _parent: unknown,
  { input }: MutationObjectionFileArgs,
  context: SubgraphContext,
): Promise<ObjectionOutcome> {
  const { factType, fact, grounds, statement, evidence } = input;
  const target = await readTarget(factType, fact, context);
  if ('refused' in target) return refused([refusal(context.locale, 'fact', target.refused)]);
  const uscc = applicantOf(target, context, 'objectionFile');
  if (uscc === undefined) return refused([refusal(context.locale, 'fact', 'NO_ENTERPRISE')]);
  const values = { grounds, statement, ...(evidence ? { evidence } : {}), openEffects: ['MARK'] };
  const opened = await openApplication(OBJECTION, target, uscc, { status: 'SUBMITTED', values }, context);
  if ('errors' in opened) return refused(opened.errors);
  await settleObjection(opened.id, context);
  return { objection: await visibleFact(objections, opened.id, context), errors: [] };
}

function refused(errors: readonly Refusal[]): ObjectionOutcome {
  return { objection: null, errors };
}
