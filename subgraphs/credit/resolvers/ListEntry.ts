import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { ListEntryResolvers } from '../__generated__/resolvers.ts';
import { listEntries } from '../collections/listEntries.ts';
import { listById } from '../lists/listDefinitions.ts';

/** An entry that was brought to the credit office. */
export const ListEntry: ListEntryResolvers = {
  ...factResolvers(listEntries),
  list: ({ listId }) => (listId === undefined ? null : (listById(listId) ?? null)),
};
