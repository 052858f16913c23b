import type { FactCollection } from '../../data/FactCollection.ts';
import type { Personal } from '../../data/fields/Field.ts';
import { maskFreeText, maskIdNumber, maskPhone } from '../../values/masks.ts';
import type { QuarantinedRow } from '../quarantine.ts';
import type { SourceProfile } from '../source/SourceProfile.ts';
import { cellLayout } from './cellLayout.ts';

/** Shows the cells of a quarantined row. */
export type CellMask = (row: Pick<QuarantinedRow, 'source' | 'cells'>) => Record<string, string>;

/**
 * Makes the masks under which quarantined rows are shown to people: citizens' numbers and mobile numbers are masked
 * wherever they stand (domain section 1.6), and the columns of papers and telephones whatever stands in them.
 *
 * A wrong credit code is shown as it is, since nobody could correct it otherwise; so is an old registration number of
 * 15 digits. A row whose source profile is gone is shown by its titles.
 *
 * @param collection - where the rows go
 * @param profiles - all source profiles of the department
 */
export function cellMask(collection: FactCollection, profiles: readonly SourceProfile[]): CellMask {
  const known = new Map<string, ReadonlyMap<string, Personal>>();
  return ({ source, cells }) => {
    const header = Object.keys(cells);
    const key = JSON.stringify([source, header]);
    const profile = profiles.find(({ name }) => name === source);
    const personal = known.get(key) ?? personalColumns(header, collection, profile);
    known.set(key, personal);
    return Object.fromEntries(
      Object.entries(cells).map(([column, cell]) => [column, maskCell(cell, personal.get(column))]),
    );
  };
}

function personalColumns(
  header: readonly string[],
  collection: FactCollection,
  profile: SourceProfile | undefined,
): ReadonlyMap<string, Personal> {
  const { columns } = cellLayout(header, collection, profile);
  return new Map(
    header.flatMap((column, at) => {
      const personal = collection.fields[columns[at] ?? '']?.personal;
      return personal === undefined ? [] : [[column, personal]];
    }),
  );
}

function maskCell(cell: string, personal: Personal | undefined): string {
  if (cell.trim() === '') return cell;
  if (personal === 'ID_NUMBER') return maskIdNumber(cell, 'INTERNAL') ?? '';
  if (personal === 'PHONE') return maskPhone(cell);
  return maskFreeText(cell);
}
