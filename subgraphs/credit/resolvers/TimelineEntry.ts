import type { TimelineEntryResolvers } from '../__generated__/resolvers.ts';
import { creditFact } from '../creditFact.ts';
import { ownerOf } from '../timeline/ownerOf.ts';

/** What the timeline says of a fact; which parts of the envelope were read follows from the query. */
export const TimelineEntry: TimelineEntryResolvers = {
  id: ({ _id }) => _id,
  factType: ({ type }) => type,
  department: ({ department }, _args, context) => ownerOf(department, context),
  polarity: ({ record }) => record?.polarity ?? null,
  severity: ({ record }) => record?.severity ?? null,
  publicity: ({ record }) => record?.publicity ?? null,
  disputed: ({ record }) => record?.disputed ?? false,
  fact: ({ _id: id, type }, _args, context, info) => creditFact({ type, id }, context, info),
};
