import type { DepartmentDatabase } from '../../data/DepartmentDatabase.ts';
import type { FactCollection } from '../../data/FactCollection.ts';
import type { SourceProfile } from '../source/SourceProfile.ts';

/** Where the quarantined rows of a collection lie, and what is known of their columns. */
export interface QuarantineStore {
  readonly database: DepartmentDatabase;
  readonly collection: FactCollection;
  /** All source profiles of the department. */
  readonly profiles: readonly SourceProfile[];
}
