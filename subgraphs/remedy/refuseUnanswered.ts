import type { SubgraphContext } from '../../src/subgraph/context.ts';
import type { Objection } from './procedure.ts';
import { statusAfter } from './rules/flow.ts';
import { isOwnersAnswerMissing } from './rules/isOwnersAnswerMissing.ts';
import { OBJECTION_FLOW } from './rules/objectionFlow.ts';
import { refusal, type Refusal } from './rules/refusals.ts';

/**
 * Refuses to uphold an objection that the owner of the fact has not answered: the credit office alone hides no fact of another department.
 * Where nothing can be upheld at all, it is left to the flow to say so.
 *
 * @param objection - as it is stored
 * @param context - the request
 * @param args - how it is to be concluded
 * @returns what is wrong; empty where nothing is
 */
export function refuseUnanswered(
  objection: Objection,
  { locale }: Pick<SubgraphContext, 'locale'>,
  { outcome }: { readonly outcome: string },
): readonly Refusal[] {
  const { status, targetDepartment: department = '' } = objection;
  const isPossible = status !== undefined && statusAfter(OBJECTION_FLOW, status, 'UPHOLD') !== undefined;
  if (outcome !== 'UPHELD' || !isPossible || !isOwnersAnswerMissing(objection)) return [];
  return [refusal(locale, 'outcome', 'OWNER_MUST_ANSWER', { department })];
}
