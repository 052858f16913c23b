import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { repairStep } from '../applicationSteps.ts';
import { isApplicant } from '../mayStep.ts';

interface Id {
  readonly id: string;
}
interface Reason extends Id {
  readonly reason: string;
}

/** What the enterprise does with its application for repair. */
export const applicantSteps = {
  repairWithdraw: repairStep<Id>({
    mutation: 'repairWithdraw',
    may: isApplicant,
    step: () => ({ deed: 'WITHDRAW' }),
  }),
  repairAppeal: repairStep<Reason>({
    mutation: 'repairAppeal',
    may: isApplicant,
    said: 'reason',
    step: ({ reason }, { today }) => ({ deed: 'APPEAL', note: reason, set: { appealedOn: today } }),
  }),
} satisfies MutationResolvers;
