import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { calendarCovers } from '../../../src/values/workingDays.ts';
import type { RegistrationChangeResolvers } from '../__generated__/resolvers.ts';
import { changes } from '../collections/changes.ts';
import { subjectOf } from '../loaders.ts';
import { licenceDataDueOn } from '../rules/licenceDataDueOn.ts';
import { publicityDueOn } from '../rules/publicityDueOn.ts';

/** A change of a registration. */
export const RegistrationChange: RegistrationChangeResolvers = {
  ...factResolvers(changes),
  subject: subjectOf,
  publicityDueOn: ({ approvedOn }) => (approvedOn === undefined ? null : publicityDueOn(approvedOn)),
  isPublicityDueProvisional: ({ approvedOn }) =>
    approvedOn === undefined ? null : !calendarCovers(publicityDueOn(approvedOn)),
  licenceDataDueOn: ({ approvedOn }) => (approvedOn === undefined ? null : licenceDataDueOn(approvedOn)),
};
