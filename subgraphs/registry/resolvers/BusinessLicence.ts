import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { BusinessLicenceResolvers } from '../__generated__/resolvers.ts';
import { businessLicences } from '../collections/businessLicences.ts';
import { subjectOf } from '../loaders.ts';

/** A business licence. */
export const BusinessLicence: BusinessLicenceResolvers = {
  ...factResolvers(businessLicences),
  subject: subjectOf,
};
