import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { RepairApplicationResolvers } from '../__generated__/resolvers.ts';
import { repairs } from '../collections/repairs.ts';
import { possibleDeeds } from '../rules/flow.ts';
import { REPAIR_FLOW } from '../rules/repairFlow.ts';
import { factReference } from './factReference.ts';

/** An application for repair. */
export const RepairApplication: RepairApplicationResolvers = {
  ...factResolvers(repairs),
  target: (application, _args, _context, info) => factReference(application, info),
  possible: ({ status }) => (status === undefined ? [] : possibleDeeds(REPAIR_FLOW, status)),
  promise: ({ promise }) => promise?.[0],
};
