import type { FactCollection } from '../../src/data/FactCollection.ts';
import { listEntries } from './collections/listEntries.ts';
import { measureExecutions } from './collections/measureExecutions.ts';
import { commitments } from './collections/commitments.ts';

/** The collections of facts that the credit office owns itself. */
export const COLLECTIONS: readonly FactCollection[] = [commitments, listEntries, measureExecutions];
