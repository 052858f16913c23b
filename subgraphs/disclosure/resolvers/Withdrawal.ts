import { maskFreeText } from '../../../src/values/masks.ts';
import type { WithdrawalResolvers } from '../__generated__/resolvers.ts';

/** An annulled penalty as the public may know of it. */
export const Withdrawal: WithdrawalResolvers = {
  id: ({ _id }) => _id,
  withdrawnOn: ({ record }) => record.publicity.endedOn,
  reason: ({ record }) => (record.revisionNote === undefined ? null : maskFreeText(record.revisionNote)),
};
