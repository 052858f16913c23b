import type { MutationResolvers } from '../__generated__/resolvers.ts';
import { applicantSteps } from './applicantSteps.ts';
import { checkerSteps } from './checkerSteps.ts';
import { deciderSteps } from './deciderSteps.ts';
import { objectionFile } from './objectionFile.ts';
import { objectorSteps } from './objectorSteps.ts';
import { officeSteps } from './officeSteps.ts';
import { repairApply } from './repairApply.ts';
import { repairSubmit } from './repairSubmit.ts';

/** What enterprises, the credit office and the departments that own facts do about repair and objections. */
export const Mutation: MutationResolvers = {
  repairApply,
  repairSubmit,
  ...applicantSteps,
  ...officeSteps,
  ...deciderSteps,
  objectionFile,
  ...objectorSteps,
  ...checkerSteps,
};
