import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { repairStep } from '../applicationSteps.ts';
import { isOffice } from '../mayStep.ts';

interface Id {
  readonly id: string;
}

/** What the credit office does with an application for repair. */
export const officeSteps = {
  repairAccept: repairStep<Id>({
    mutation: 'repairAccept',
    may: isOffice,
    step: (_, { today }) => ({ deed: 'ACCEPT', set: { acceptedOn: today } }),
  }),
  repairReject: repairStep<Id & { readonly missing: string }>({
    mutation: 'repairReject',
    may: isOffice,
    said: 'missing',
    step: ({ missing }) => ({ deed: 'REJECT', note: missing, set: { missing } }),
  }),
  repairForward: repairStep<Id>({
    mutation: 'repairForward',
    may: isOffice,
    step: (_, { today }) => ({ deed: 'FORWARD', set: { forwardedOn: today } }),
  }),
  repairClose: repairStep<Id>({ mutation: 'repairClose', may: isOffice, step: () => ({ deed: 'CLOSE' }) }),
} satisfies MutationResolvers;
