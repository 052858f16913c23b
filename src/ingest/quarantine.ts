import type { Collection } from 'mongodb';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FaultCode } from '../errors/faults.ts';

/** Why a column of a row kept it out. */
export interface QuarantineReason {
  /** The file's column, else the field's Chinese title. */
  readonly column: string;
  readonly code: FaultCode;
  readonly expected: string;
}

/** A row that could not be accepted, kept as it came until somebody replaces it. */
export interface QuarantinedRow {
  /** `<batch>:<row>`, so that reading the file again meets the same entry. */
  readonly _id: string;
  readonly collection: string;
  readonly batch: string;
  readonly file: string;
  readonly source: string | null;
  readonly row: number;
  /** The row by the file's column: as it came, or as somebody last corrected it. */
  readonly cells: Readonly<Record<string, string>>;
  /** The row as it came, once somebody has corrected it. */
  readonly original?: Readonly<Record<string, string>>;
  readonly reasons: readonly QuarantineReason[];
  readonly state: 'OPEN' | 'RESOLVED';
  readonly at: Date;
  /** Who brought the row in at last, as `name@department`. */
  readonly resolvedBy?: string;
  readonly resolvedAt?: Date;
  /** Id of the fact that the row became, or that says it already. */
  readonly fact?: string;
}

/**
 * The quarantine of a department.
 *
 * @param database - the department's
 */
export function quarantineOf(database: DepartmentDatabase): Collection<QuarantinedRow> {
  return database.db.collection<QuarantinedRow>('quarantine');
}

/**
 * Keeps rows in quarantine; rows that are there already stay as they are.
 *
 * @param database - the department's
 * @param rows - at most a batch
 */
export async function quarantine(database: DepartmentDatabase, rows: readonly QuarantinedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await quarantineOf(database).bulkWrite(
    rows.map(({ _id, ...row }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true } })),
    { ordered: false },
  );
}

/**
 * Makes the index by which rows are listed, exported and replayed; safe to call again.
 *
 * @param database - the department's
 */
export async function indexQuarantine(database: DepartmentDatabase): Promise<void> {
  await quarantineOf(database).createIndex({ collection: 1, state: 1, batch: 1, row: 1 });
}
