import { LISTS_VERSION } from '../lists/listsOf.ts';

/** Raised where what the timeline holds of a fact changes. */
const LAYOUT = 3;

/** The follower that keeps the timeline; other definitions of lists have it begin again. */
export const TIMELINE = { name: 'timeline', version: `${LAYOUT}+${LISTS_VERSION}` } as const;
