import type { AnyBulkWriteOperation } from 'mongodb';
import type { ImportTally } from '../ImportReport.ts';
import { judgeRows, type RefusedRow } from '../judgeRows.ts';
import { quarantineOf, type QuarantinedRow } from '../quarantine.ts';
import { conflictReason, writeLinked } from '../writeLinked.ts';
import { entryTarget, type Settling } from './entryTarget.ts';
import type { OutdatedRows } from './outdatedRows.ts';
import type { QuarantineStore } from './QuarantineStore.ts';

/** A row that is no longer kept out, and the fact that says what it says. */
interface SettledRow {
  readonly row: number;
  readonly fact: string;
}

/**
 * Judges and writes quarantined rows as their file would be, and notes what became of them: accepted ones are resolved, the
 * others stay open with the cells and reasons that they have now.
 *
 * The note follows the facts: what is cut off between the two is met again as unchanged.
 *
 * @param store - the collection
 * @param entries - of one file, with the same columns, at most 1,000; their cells are those to be judged
 * @param settling - who brings them in
 * @param tally - counts what becomes of them
 * @param outdated - the rows, among those of the drafts, that must not replace what is stored
 * @returns the number of rows that were outdated
 */
export async function settleEntries(
  store: QuarantineStore,
  entries: readonly [QuarantinedRow, ...QuarantinedRow[]],
  settling: Settling,
  tally: ImportTally,
  outdated: OutdatedRows,
): Promise<number> {
  const { target, rows } = entryTarget(store, entries, settling);
  const { drafts, refused } = judgeRows(rows, target);
  tally.read += rows.length;
  const old = await outdated(drafts);
  const settled: SettledRow[] = drafts.flatMap(({ id, row = 0 }) => (old.has(row) ? [{ row, fact: id }] : []));
  const open: RefusedRow[] = [...refused];
  const current = drafts.filter(({ row = 0 }) => !old.has(row));
  const outcomes = await writeLinked(current, target);
  tally.proposed += outcomes.proposed;
  for (const [at, written] of outcomes.written.entries()) {
    const row = current[at]?.row ?? 0;
    if (written.outcome === 'CONFLICT') open.push({ row, reasons: [conflictReason(written)] });
    else {
      tally.countWritten(written);
      settled.push({ row, fact: written.document._id });
    }
  }
  for (const { reasons } of open) tally.countQuarantined(reasons.map(({ code }) => code));
  await noteOutcome(store, entries, { settled, open }, settling);
  return old.size;
}

async function noteOutcome(
  { database }: QuarantineStore,
  entries: readonly QuarantinedRow[],
  { settled, open }: { readonly settled: readonly SettledRow[]; readonly open: readonly RefusedRow[] },
  { operator, now }: Settling,
): Promise<void> {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]));
  const noted = (row: number, changes: Partial<QuarantinedRow>): AnyBulkWriteOperation<QuarantinedRow>[] => {
    const entry = byRow.get(row);
    if (entry === undefined) return [];
    const { _id, cells, original } = entry;
    const update = { $set: { cells, ...(original === undefined ? {} : { original }), ...changes } };
    return [{ updateOne: { filter: { _id, state: 'OPEN' }, update } }];
  };
  const notes = [
    ...settled.flatMap(({ row, fact }) =>
      noted(row, { state: 'RESOLVED', resolvedBy: operator, resolvedAt: now, fact }),
    ),
    ...open.flatMap(({ row, reasons }) => noted(row, { reasons })),
  ];
  if (notes.length > 0) await quarantineOf(database).bulkWrite(notes, { ordered: false });
}
