import { factMutations } from '../../../src/subgraph/factMutations.ts';
import { listEntries } from '../collections/listEntries.ts';

/** What the credit office's own staff write. */
export const Mutation = { ...factMutations(listEntries) };
