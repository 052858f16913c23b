import type { DepartmentSeed } from '../../src/sample/DepartmentSeed.ts';
import { listEntries } from './seed/listEntries.ts';

/** What the credit office of the sample city holds itself. */
export const seed: DepartmentSeed = { listEntries };
