import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import { calendarCovers } from '../../../src/values/workingDays.ts';
import type { PledgeResolvers } from '../__generated__/resolvers.ts';
import { pledges } from '../collections/pledges.ts';
import { subjectOf } from '../loaders.ts';
import { publicityDueOn } from '../rules/publicityDueOn.ts';
import { shownParty } from '../rules/pledgeRules.ts';

/** A registered mortgage or pledge; the registry's own staff see its parties in full. */
export const Pledge: PledgeResolvers = {
  ...factResolvers(pledges),
  subject: subjectOf,
  pledgor: ({ pledgor, pledgorCategory }, _args, { caller }) =>
    caller.department === pledges.department ? pledgor : shownParty(pledgor, pledgorCategory),
  pledgee: ({ pledgee, pledgeeCategory }, _args, { caller }) =>
    caller.department === pledges.department ? pledgee : shownParty(pledgee, pledgeeCategory),
  publicityDueOn: ({ registeredOn }) => (registeredOn === undefined ? null : publicityDueOn(registeredOn)),
  isPublicityDueProvisional: ({ registeredOn }) =>
    registeredOn === undefined ? null : !calendarCovers(publicityDueOn(registeredOn)),
};
