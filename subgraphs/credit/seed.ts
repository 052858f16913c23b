import type { DepartmentSeed } from '../../src/sample/DepartmentSeed.ts';
import { commitments } from './seed/commitments.ts';
import { listEntries } from './seed/listEntries.ts';
import { measureExecutions } from './seed/measureExecutions.ts';

/** What the credit office of the sample city holds itself. */
export const seed: DepartmentSeed = { commitments, listEntries, measureExecutions };
