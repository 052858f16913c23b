import type { DepartmentSeed } from '../../src/sample/DepartmentSeed.ts';
import { objections } from './seed/objections.ts';
import { repairs } from './seed/repairs.ts';

/** What enterprises of the sample city applied for. */
export const seed: DepartmentSeed = { repairs, objections };
