import type { CheckFindingResolvers } from '../__generated__/resolvers.ts';
import { creditFact } from '../creditFact.ts';

/** A measure that a check found. */
export const CheckFinding: CheckFindingResolvers = {
  implementers: ({ measure }) => measure.implementers,
  basis: ({ link }) => link.basis,
  entry: ({ standing }) => standing,
  fact: (
    {
      standing: {
        document: { type, _id: id },
      },
    },
    _args,
    context,
    info,
  ) => creditFact({ type, id }, context, info),
};
