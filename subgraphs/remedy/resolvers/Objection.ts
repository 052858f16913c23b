import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { ObjectionResolvers } from '../__generated__/resolvers.ts';
import { objections } from '../collections/objections.ts';
import { possibleDeeds } from '../rules/flow.ts';
import { OBJECTION_FLOW } from '../rules/objectionFlow.ts';
import { factReference } from './factReference.ts';

/** An objection. */
export const Objection: ObjectionResolvers = {
  ...factResolvers(objections),
  target: (objection, _args, _context, info) => factReference(objection, info),
  possible: ({ status }) => (status === undefined ? [] : possibleDeeds(OBJECTION_FLOW, status)),
};
