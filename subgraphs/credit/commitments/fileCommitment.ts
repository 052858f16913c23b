import { createFact, type FactWriteResult } from '../../../src/data/changeFact.ts';
import { refusedWrite } from '../../../src/data/refusedWrite.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { CommitmentFileInput } from '../__generated__/resolvers.ts';
import { commitments } from '../collections/commitments.ts';
import { replacesProcedure } from '../rules/commitmentFaults.ts';
import { isBarredFromPromising } from './isBarredFromPromising.ts';
import { nextCommitmentCode } from './nextCommitmentCode.ts';
import { refuseOthers } from './refuseOthers.ts';

/**
 * Files a commitment of an enterprise: its fulfilment is open, and it is provided by the unit that takes it in. A department may give the
 * number that it has already; what an enterprise files is numbered here.
 *
 * @param input - the promise
 * @param context - the request; an enterprise files for itself only
 * @returns the fact, or what must be corrected first
 * @throws AppError FORBIDDEN where an enterprise files for another
 */
export async function fileCommitment(input: CommitmentFileInput, context: SubgraphContext): Promise<FactWriteResult> {
  const { subjectUscc, acceptUnit, acceptUnitUscc } = input;
  refuseOthers(subjectUscc, context.caller);
  if (namesNumber(input, context)) return refusedWrite([NUMBERED_HERE], context.locale);
  if (replacesProcedure(input.kind) && (await isBarredFromPromising(subjectUscc, context)))
    return refusedWrite([BARRED], context.locale);
  const promisedOn = input.promisedOn ?? todayInShanghai(context.now);
  const code = input.code ?? (await nextCommitmentCode(context.database, acceptUnitUscc, promisedOn));
  const provider = { providerName: acceptUnit, providerUscc: acceptUnitUscc };
  const values = { ...input, ...provider, code, promisedOn, publicity: input.publicity ?? 'PUBLIC' };
  return createFact(commitments, { ...values, fulfilment: 'IN_PROGRESS' }, context);
}

/** Under a number of its choice an enterprise could take up an annulled promise of another, or learn that there is one it may not see. */
function namesNumber({ code }: CommitmentFileInput, { caller }: SubgraphContext): boolean {
  return caller.department === undefined && typeof code === 'string';
}

const NUMBERED_HERE = {
  field: 'code',
  fault: {
    code: 'NOT_APPLICABLE',
    expected: '承诺编码由受理单位编制，企业申报时请勿填写 / leave it out: what an enterprise files is numbered here',
  },
} as const;

const BARRED = {
  field: 'subjectUscc',
  fault: {
    code: 'PROMISE_FORBIDDEN',
    expected:
      '有未修复的严重失信记录或曾作虚假承诺，请按一般程序办理 / a serious record or a false promise stands unrepaired: the ordinary procedure applies',
  },
} as const;
