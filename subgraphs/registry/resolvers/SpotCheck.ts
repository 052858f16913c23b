import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { calendarCovers } from '../../../src/values/workingDays.ts';
import type { SpotCheckResolvers } from '../__generated__/resolvers.ts';
import { spotChecks } from '../collections/spotChecks.ts';
import { subjectOf } from '../loaders.ts';
import { publicityDueOn } from '../rules/publicityDueOn.ts';

/** A spot check with its result. */
export const SpotCheck: SpotCheckResolvers = {
  ...factResolvers(spotChecks),
  subject: subjectOf,
  publicityDueOn: ({ checkedOn }) => (checkedOn === undefined ? null : publicityDueOn(checkedOn)),
  isPublicityDueProvisional: ({ checkedOn }) =>
    checkedOn === undefined ? null : !calendarCovers(publicityDueOn(checkedOn)),
};
