import type { DepartmentSeed } from '../../src/sample/DepartmentSeed.ts';
import { penalties } from './seed/penalties.ts';
import { permits } from './seed/permits.ts';

/** What the deciding departments of the sample city published. */
export const seed: DepartmentSeed = { permits, penalties };
