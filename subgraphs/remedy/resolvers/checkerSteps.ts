import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { objectionStep } from '../applicationSteps.ts';
import { isDecider, isOffice, type MayStep } from '../mayStep.ts';
import { refuseUnanswered } from '../refuseUnanswered.ts';
import type { ObjectionDeed } from '../rules/objectionFlow.ts';

interface Id {
  readonly id: string;
}
type Outcome = 'UPHELD' | 'CORRECTED' | 'REJECTED';

/** What each outcome is as a step. */
const DEEDS: Readonly<Record<Outcome, ObjectionDeed>> = { UPHELD: 'UPHOLD', CORRECTED: 'CORRECT', REJECTED: 'REJECT' };

/** Whoever checks answers: the department that owns the fact where it was passed on, else the credit office. */
const isChecker: MayStep = (objection, context) =>
  (objection.status === 'SELF_CHECK' ? isOffice : isDecider)(objection, context);

/** What the credit office and the department that owns the fact do with an objection. */
export const checkerSteps = {
  objectionCheck: objectionStep<Id>({ mutation: 'objectionCheck', may: isOffice, step: () => ({ deed: 'CHECK' }) }),
  objectionForward: objectionStep<Id>({
    mutation: 'objectionForward',
    may: isOffice,
    step: (_, { today }) => ({ deed: 'FORWARD', set: { forwardedOn: today } }),
  }),
  objectionAnswer: objectionStep<Id & { readonly answer: string }>({
    mutation: 'objectionAnswer',
    may: isChecker,
    said: 'answer',
    step: ({ answer }, { today, by }) => ({
      deed: 'ANSWER',
      note: answer,
      set: { answer, answeredBy: by, answeredOn: today },
    }),
  }),
  objectionConclude: objectionStep<Id & { readonly outcome: Outcome; readonly conclusion: string }>({
    mutation: 'objectionConclude',
    may: isOffice,
    said: 'conclusion',
    refuse: refuseUnanswered,
    step: ({ outcome, conclusion }, { today }) => ({
      deed: DEEDS[outcome],
      note: conclusion,
      set: {
        conclusion,
        concludedOn: today,
        openEffects: outcome === 'UPHELD' ? ['END_PUBLICITY', 'UNMARK'] : ['UNMARK'],
      },
    }),
  }),
} satisfies MutationResolvers;
