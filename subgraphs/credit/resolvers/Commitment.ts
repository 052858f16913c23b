import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { CommitmentResolvers } from '../__generated__/resolvers.ts';
import { commitments } from '../collections/commitments.ts';
import { supervisionOf } from '../rules/supervisionOf.ts';

/** A commitment. */
export const Commitment: CommitmentResolvers = {
  ...factResolvers(commitments),
  isExpired: ({ validUntil }, _args, { now }) => (validUntil === undefined ? null : validUntil < todayInShanghai(now)),
  supervision: supervisionOf,
};
