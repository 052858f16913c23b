import type { WriteOrigin } from '../data/buildDocument.ts';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import { collectionId, type FactCollection } from '../data/FactCollection.ts';
import type { QualityFlag } from '../data/fields/Field.ts';
import type { FactDraft } from '../data/FactDraft.ts';
import type { JudgeSetting } from '../data/judgeFact.ts';
import type { ImportTally } from './ImportReport.ts';
import { InFlight } from './InFlight.ts';
import { judgeRows } from './judgeRows.ts';
import { BatchEntries } from './quarantine/BatchEntries.ts';
import type { LinkRule } from './LinkRule.ts';
import { quarantine, type QuarantinedRow, type QuarantineReason } from './quarantine.ts';
import type { SubjectDirectory } from './SubjectDirectory.ts';
import { conflictReason, writeLinked } from './writeLinked.ts';

/** A row of a file laid out for judging; `fault` where the file could not even be read there. */
export interface SourceRow {
  readonly number: number;
  /** Raw values by field name. */
  readonly values: Readonly<Record<string, string>>;
  /** The row as it came, by the file's column: what quarantine keeps. */
  readonly cells: () => Readonly<Record<string, string>>;
  /** What its source remarks on it. */
  readonly flags: readonly QualityFlag[];
  readonly fault: QuarantineReason | null;
}

/** What rows are imported into, by whom, and what is known of their source. */
export interface ImportTarget {
  readonly database: DepartmentDatabase;
  readonly collection: FactCollection;
  readonly directory: SubjectDirectory;
  /** From which likeness of names on facts are linked; {@link LINK_RULE} unless given. */
  readonly linkRule?: LinkRule | undefined;
  readonly origin: WriteOrigin & { readonly batch: string };
  readonly setting: JudgeSetting;
  readonly file: string;
  readonly source: string | null;
  /** The file's column of a field, for reasons. */
  readonly columnOf: (field: string) => string;
}

/** Batches being written while the next one is judged; more gained nothing in the measurements. */
const IN_FLIGHT = 2;

/**
 * Imports rows: judged, linked, written, quarantined, counted. Memory holds a few batches, never the file.
 *
 * Two batches are in flight at most, and never two that hold the same fact, so that the order of the file decides.
 *
 * @param chunks - rows in file order, at most 1,000 at a time
 * @param target - where they go
 * @param tally - counts what becomes of them
 */
export async function importRows(
  chunks: AsyncIterable<readonly SourceRow[]>,
  target: ImportTarget,
  tally: ImportTally,
): Promise<void> {
  const inFlight = new InFlight(IN_FLIGHT);
  const earlier = await BatchEntries.of(target);
  try {
    for await (const rows of chunks) {
      const { drafts, refused, rowOf } = judgeChunk(rows, target, tally, earlier);
      await inFlight.start(
        drafts.map(({ id }) => id),
        async () => {
          await quarantine(target.database, refused);
          await earlier.resolve(await writeDrafts(drafts, rowOf, target, tally));
        },
      );
    }
  } finally {
    // Also where the file breaks off: whoever hears of it may close the database.
    await inFlight.finish();
  }
}

interface JudgedChunk {
  readonly drafts: readonly FactDraft[];
  readonly refused: readonly QuarantinedRow[];
  readonly rowOf: ReadonlyMap<number, SourceRow>;
}

/** Rows that were brought in out of quarantine since count as unchanged, whatever the file still says. */
function judgeChunk(
  rows: readonly SourceRow[],
  target: ImportTarget,
  tally: ImportTally,
  earlier: BatchEntries,
): JudgedChunk {
  const rowOf = new Map(rows.map((row) => [row.number, row]));
  const judged = judgeRows(
    rows.filter(({ number }) => !earlier.isCorrected(number)),
    target,
  );
  const refused = judged.refused.filter(({ row }) => !earlier.isResolved(row));
  tally.read += rows.length;
  tally.unchanged += rows.length - judged.drafts.length - refused.length;
  for (const { reasons } of refused) tally.countQuarantined(reasons.map(({ code }) => code));
  return {
    drafts: judged.drafts,
    refused: refused.flatMap(({ row: number, reasons }) => {
      const row = rowOf.get(number);
      return row === undefined ? [] : [quarantined(row, reasons, target)];
    }),
    rowOf,
  };
}

async function writeDrafts(
  drafts: readonly FactDraft[],
  rowOf: ReadonlyMap<number, SourceRow>,
  target: ImportTarget,
  tally: ImportTally,
): Promise<readonly { readonly row: number; readonly fact: string }[]> {
  const { written, proposed } = await writeLinked(drafts, target);
  tally.proposed += proposed;
  const conflicts: QuarantinedRow[] = [];
  const accepted: { row: number; fact: string }[] = [];
  written.forEach((fact, at) => {
    const row = rowOf.get(drafts[at]?.row ?? -1);
    if (fact.outcome !== 'CONFLICT' || row === undefined) {
      tally.countWritten(fact);
      if (row !== undefined) accepted.push({ row: row.number, fact: fact.document._id });
      return;
    }
    tally.countQuarantined(['CONFLICTS_IN_FILE']);
    conflicts.push(quarantined(row, [conflictReason(fact)], target));
  });
  await quarantine(target.database, conflicts);
  return accepted;
}

function quarantined(row: SourceRow, reasons: readonly QuarantineReason[], target: ImportTarget): QuarantinedRow {
  return {
    _id: `${target.origin.batch}:${row.number}`,
    collection: collectionId(target.collection),
    batch: target.origin.batch,
    file: target.file,
    source: target.source,
    row: row.number,
    cells: row.cells(),
    reasons,
    state: 'OPEN',
    at: target.origin.receivedAt,
  };
}
