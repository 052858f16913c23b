import { maskFreeText } from '../../../src/values/masks.ts';
import type { WithdrawalResolvers } from '../__generated__/resolvers.ts';
import { isWithdrawnInTime, withdrawalDueOn } from '../rules/withdrawalDueOn.ts';
import { withdrawalReason } from '../rules/withdrawalReason.ts';

/** An annulled penalty as the public may know of it. */
export const Withdrawal: WithdrawalResolvers = {
  id: ({ _id }) => _id,
  withdrawnOn: ({ record }) => record.publicity.endedOn,
  annulledOn: ({ record }) => record.publicity.endDecidedOn ?? null,
  withdrawalDueOn: ({ record: { publicity } }) =>
    publicity.endDecidedOn === undefined ? null : withdrawalDueOn(publicity.endDecidedOn),
  isWithdrawnInTime: ({ record: { publicity } }) => isWithdrawnInTime(publicity.endDecidedOn, publicity.endedOn),
  reason: ({ record }) => withdrawalReason(record.revisionNote, record.publicity.endCause),
  note: ({ record }) => (record.revisionNote === undefined ? null : maskFreeText(record.revisionNote)),
};
