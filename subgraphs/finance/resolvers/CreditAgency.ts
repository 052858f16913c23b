import type { CreditAgencyResolvers } from '../__generated__/resolvers.ts';

/** An agency in the register. */
export const CreditAgency: CreditAgencyResolvers = {
  uscc: ({ _id }) => _id,
  enterprise: ({ _id }) => ({ uscc: _id }),
  isRegistered: ({ struckOff }) => struckOff === undefined,
  struckOffOn: ({ struckOff }) => struckOff?.on ?? null,
  struckOffReason: ({ struckOff }) => struckOff?.reason ?? null,
};
