import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { SmallMicroSupportResolvers } from '../__generated__/resolvers.ts';
import { smallMicroSupports } from '../collections/smallMicroSupports.ts';
import { subjectOf } from '../loaders.ts';

/** A support policy that a small or micro enterprise has enjoyed. */
export const SmallMicroSupport: SmallMicroSupportResolvers = {
  ...factResolvers(smallMicroSupports),
  subject: subjectOf,
};
