import type { Collection } from 'mongodb';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FaultCode } from '../data/fields/Field.ts';
import { containsCitizenId } from '../values/citizenId.ts';
import { maskFreeText } from '../values/masks.ts';

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
  /** The row as it came, by the file's column. */
  readonly cells: Readonly<Record<string, string>>;
  readonly reasons: readonly QuarantineReason[];
  readonly state: 'OPEN' | 'RESOLVED';
  readonly at: Date;
  readonly resolvedBy?: string;
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
 * Shows a quarantined row to a person: what may be an ID number or a phone number is masked.
 *
 * @param row - as it is kept
 */
export function maskedCells(row: QuarantinedRow): Record<string, string> {
  return Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, maskCell(cell)]));
}

function maskCell(cell: string): string {
  return containsCitizenId(cell) ? maskFreeText(cell) : cell;
}
