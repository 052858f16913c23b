import { Enterprise } from './Enterprise.ts';
import { TimelineEntry } from './TimelineEntry.ts';

/** All resolvers of the credit office, by type. */
export const resolvers = { Enterprise, TimelineEntry };
