import type { CheckFindingResolvers } from '../__generated__/resolvers.ts';

/** A measure that a check found. */
export const CheckFinding: CheckFindingResolvers = {
  implementers: ({ measure }) => measure.implementers,
  basis: ({ link }) => link.basis,
  entry: ({ standing }) => standing,
  fact: ({ standing: { document } }) => ({ __typename: document.type, id: document._id }),
};
