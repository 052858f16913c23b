import type { QuarantinedRow } from '../quarantine.ts';
import { ENTRY_COLUMN, isSameCell, REASON_COLUMN } from './correctionSheet.ts';

/** A quarantined row with the cells of a correction sheet. */
export interface CorrectedEntry {
  readonly entry: QuarantinedRow;
  /** Whether any cell differs from what was kept. */
  readonly isChanged: boolean;
}

/** Columns that a row has beyond its header: as long as they hold anything, its cells stand under the wrong columns. */
const BEYOND = /^#\d+$/;

/**
 * Lays the cells of a correction sheet over a quarantined row. Cells that came back as they were shown stand for what is kept,
 * also where they were shown masked; columns that the sheet does not have any more are left as they are.
 *
 * @param kept - the row as quarantine has it
 * @param shown - its cells as the sheet showed them
 * @param returned - the sheet's cells by column
 */
export function correctEntry(
  kept: QuarantinedRow,
  shown: QuarantinedRow['cells'],
  returned: ReadonlyMap<string, string>,
): CorrectedEntry {
  const corrected = [...returned].flatMap(([column, cell]) => {
    if (column === ENTRY_COLUMN || column === REASON_COLUMN) return [];
    return isSameCell(cell, shown[column] ?? '') ? [] : [[column, cell.replace(/^\t+/, '')] as const];
  });
  if (corrected.length === 0) return { entry: kept, isChanged: false };
  const cells = { ...kept.cells, ...Object.fromEntries(corrected) };
  const stillOff = Object.entries(cells).some(([column, cell]) => BEYOND.test(column) && cell.trim() !== '');
  return {
    entry: {
      ...kept,
      cells,
      original: kept.original ?? kept.cells,
      reasons: stillOff ? kept.reasons : kept.reasons.filter(({ code }) => code !== 'ROW_UNREADABLE'),
    },
    isChanged: true,
  };
}
