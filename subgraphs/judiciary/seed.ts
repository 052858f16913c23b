import type { DepartmentSeed } from '../../src/sample/DepartmentSeed.ts';
import { bankruptcyCases } from './seed/bankruptcyCases.ts';
import { consumptionRestrictions } from './seed/consumptionRestrictions.ts';
import { judgmentDefaulters } from './seed/judgmentDefaulters.ts';
import { judgments } from './seed/judgments.ts';

/** What the courts of the sample city decided. */
export const seed: DepartmentSeed = { judgmentDefaulters, consumptionRestrictions, judgments, bankruptcyCases };
