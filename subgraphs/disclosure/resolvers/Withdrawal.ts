import { maskFreeText } from '../../../src/values/masks.ts';
import type { WithdrawalResolvers } from '../__generated__/resolvers.ts';
import { withdrawalReason } from '../rules/withdrawalReason.ts';

/** An annulled penalty as the public may know of it. */
export const Withdrawal: WithdrawalResolvers = {
  id: ({ _id }) => _id,
  withdrawnOn: ({ record }) => record.publicity.endedOn,
  reason: ({ record }) => withdrawalReason(record.revisionNote),
  note: ({ record }) => (record.revisionNote === undefined ? null : maskFreeText(record.revisionNote)),
};
