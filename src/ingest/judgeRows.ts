import type { FactDraft } from '../data/FactDraft.ts';
import { judgeFact } from '../data/judgeFact.ts';
import type { ImportTarget, SourceRow } from './importRows.ts';
import type { QuarantineReason } from './quarantine.ts';

/** A row that can not be accepted, and why. */
export interface RefusedRow {
  readonly row: number;
  readonly reasons: readonly QuarantineReason[];
}

/** What became of rows before anything is written; drafts name their rows. */
export interface JudgedRows {
  readonly drafts: readonly FactDraft[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Judges rows as a file's rows are judged when it is imported.
 *
 * @param rows - laid out by field
 * @param target - the collection, and what is known of the source
 */
export function judgeRows(
  rows: readonly SourceRow[],
  target: Pick<ImportTarget, 'collection' | 'setting' | 'columnOf'>,
): JudgedRows {
  const drafts: FactDraft[] = [];
  const refused: RefusedRow[] = [];
  for (const row of rows) {
    const judged = judgeRow(row, target);
    if ('draft' in judged) drafts.push(judged.draft);
    else refused.push(judged);
  }
  return { drafts, refused };
}

function judgeRow(
  { number, values, flags, fault }: SourceRow,
  { collection, setting, columnOf }: Pick<ImportTarget, 'collection' | 'setting' | 'columnOf'>,
): { readonly draft: FactDraft } | RefusedRow {
  if (fault !== null) return { row: number, reasons: [fault] };
  const verdict = judgeFact(collection, values, flags.length === 0 ? setting : { ...setting, flags }, number);
  if ('draft' in verdict) return verdict;
  return { row: number, reasons: verdict.faults.map(({ field, fault: why }) => ({ column: columnOf(field), ...why })) };
}
