import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { repairStep } from '../applicationSteps.ts';
import { isDecider, isDeciderOrOffice } from '../mayStep.ts';
import { extendedDueOn } from '../rules/clocks.ts';
import { refusal } from '../rules/refusals.ts';

interface Id {
  readonly id: string;
}
interface Reason extends Id {
  readonly reason: string;
}

/** What the department that owns the fact does with an application for its repair. */
export const deciderSteps = {
  repairReview: repairStep<Id>({ mutation: 'repairReview', may: isDecider, step: () => ({ deed: 'REVIEW' }) }),
  repairExtend: repairStep<Reason>({
    mutation: 'repairExtend',
    may: isDecider,
    said: 'reason',
    step: ({ reason }, { application: { submittedOn }, today }) => ({
      deed: 'EXTEND',
      note: reason,
      set: { extendedUntil: extendedDueOn(submittedOn ?? today) },
    }),
  }),
  repairDecide: repairStep<Reason & { readonly decision: 'APPROVED' | 'DENIED' }>({
    mutation: 'repairDecide',
    may: isDecider,
    said: 'reason',
    step: ({ decision, reason }, { today, by }) => ({
      deed: decision === 'APPROVED' ? 'APPROVE' : 'DENY',
      note: reason,
      set: { decision, decisionReason: reason, decider: by, ruledOn: today },
    }),
  }),
  repairUndo: repairStep<Reason>({
    mutation: 'repairUndo',
    may: isDeciderOrOffice,
    said: 'reason',
    refuse: ({ decision }, { locale }) => (decision === 'APPROVED' ? [] : [refusal(locale, 'id', 'NOT_APPROVED')]),
    step: ({ reason }, { today }) => ({ deed: 'UNDO', note: reason, set: { undoneOn: today, undoReason: reason } }),
  }),
} satisfies MutationResolvers;
