import { collectionId } from '../../data/FactCollection.ts';
import { indexQuarantine, quarantineOf, type QuarantinedRow } from '../quarantine.ts';
import { cellMask } from './cellMask.ts';
import { ENTRY_ORDER, entryFilter, type EntrySelection } from './entryFilter.ts';
import type { QuarantineStore } from './QuarantineStore.ts';

/** A quarantined row as people see it: personal data in its cells are masked. */
export interface ShownEntry extends Pick<
  QuarantinedRow,
  'collection' | 'batch' | 'file' | 'source' | 'row' | 'cells' | 'reasons' | 'at'
> {
  readonly id: string;
}

/** The first rows of a selection, and how many there are. */
export interface QuarantineList {
  readonly total: number;
  readonly entries: readonly ShownEntry[];
}

/**
 * Lists the open rows of a collection, by file and row.
 *
 * @param store - the collection
 * @param selection - which rows
 * @param limit - most rows that are given; with 0 they are counted only
 */
export async function listQuarantine(
  { database, collection, profiles }: QuarantineStore,
  selection: Omit<EntrySelection, 'collection'>,
  limit: number,
): Promise<QuarantineList> {
  await indexQuarantine(database);
  const filter = entryFilter({ ...selection, collection: collectionId(collection) });
  const rows = quarantineOf(database);
  const [total, entries] = await Promise.all([
    rows.countDocuments(filter),
    limit === 0 ? [] : rows.find(filter).sort(ENTRY_ORDER).limit(limit).toArray(),
  ]);
  const mask = cellMask(collection, profiles);
  return {
    total,
    entries: entries.map((entry) => {
      const { _id: id, collection: name, batch, file, source, row, reasons, at } = entry;
      return { id, collection: name, batch, file, source, row, cells: mask(entry), reasons, at };
    }),
  };
}
