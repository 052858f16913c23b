import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { objectionStep } from '../applicationSteps.ts';
import { isApplicant } from '../mayStep.ts';

interface Id {
  readonly id: string;
}

/** What the enterprise does with its objection. */
export const objectorSteps = {
  objectionWithdraw: objectionStep<Id>({
    mutation: 'objectionWithdraw',
    may: isApplicant,
    step: () => ({ deed: 'WITHDRAW', set: { openEffects: ['UNMARK'] } }),
  }),
  objectionReview: objectionStep<Id & { readonly reason: string }>({
    mutation: 'objectionReview',
    may: isApplicant,
    said: 'reason',
    step: ({ reason }, { today }) => ({
      deed: 'REVIEW',
      note: reason,
      set: { reviewAskedOn: today, openEffects: ['MARK'] },
    }),
  }),
} satisfies MutationResolvers;
