import type { FactWriteResult } from '../../../src/data/changeFact.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type {
  MutationCommitmentConfirmArgs,
  MutationCommitmentFileArgs,
  MutationCommitmentFindFalseArgs,
  MutationCommitmentRefuseArgs,
  MutationCommitmentWithdrawArgs,
} from '../__generated__/resolvers.ts';
import { changeCommitment } from './changeCommitment.ts';
import { departmentTitle } from './departmentTitle.ts';
import { fileCommitment } from './fileCommitment.ts';
import { judgeCommitment } from './judgeCommitment.ts';

type Written = Promise<FactWriteResult>;

/** What enterprises and all departments may say of commitments; what the office's own staff writes stands beside it. */
export const commitmentMutations = {
  commitmentFile: (_: unknown, { input }: MutationCommitmentFileArgs, context: SubgraphContext): Written =>
    fileCommitment(input, context),

  commitmentWithdraw: (_: unknown, { id, note }: MutationCommitmentWithdrawArgs, context: SubgraphContext): Written =>
    changeCommitment({ id, values: ended('WITHDRAWN', context), note: { note } }, context),

  commitmentRefuse: (_: unknown, { id, note }: MutationCommitmentRefuseArgs, context: SubgraphContext): Written =>
    judgeCommitment({ id, values: ended('REFUSED', context), note: { note } }, context),

  commitmentConfirm(_: unknown, asked: MutationCommitmentConfirmArgs, context: SubgraphContext): Written {
    const { id, note, expectedRevision, fulfilment } = asked;
    const unperformed = asked.unperformed ?? null;
    const liabilityPursued = asked.liabilityPursued ?? null;
    const found = { confirmedOn: todayInShanghai(context.now), confirmUnit: departmentTitle(context) };
    const confirmUnitUscc = asked.confirmUnitUscc ?? null;
    const values = { fulfilment, unperformed, liabilityPursued, ...found, confirmUnitUscc };
    return judgeCommitment({ id, values, note: { note, expectedRevision } }, context);
  },

  commitmentFindFalse(_: unknown, asked: MutationCommitmentFindFalseArgs, context: SubgraphContext): Written {
    const foundFalseOn = asked.foundFalseOn ?? todayInShanghai(context.now);
    const values = { foundFalseOn, falseFinder: departmentTitle(context) };
    return judgeCommitment({ id: asked.id, values, note: { note: asked.note } }, context);
  },
};

function ended(endCause: 'WITHDRAWN' | 'REFUSED', { now }: SubgraphContext): Readonly<Record<string, unknown>> {
  return { endedOn: todayInShanghai(now), endCause };
}
