import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { SampleSetting } from './SampleEnterprise.ts';

/**
 * What a department contributes to the sample city that is no fact about an enterprise: entries of its own registers, which belong to no
 * batch and stand in no ledger.
 */
export interface SampleRecords {
  /** Writes them; what is there already stays as it is. */
  load(database: DepartmentDatabase, setting: SampleSetting): Promise<void>;
  /** Takes them out again, and what was entered since by or about enterprises of the sample. */
  remove(database: DepartmentDatabase): Promise<void>;
}
