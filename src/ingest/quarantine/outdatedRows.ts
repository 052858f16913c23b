import type { FactDraft } from '../../data/FactDraft.ts';
import type { QuarantinedRow } from '../quarantine.ts';
import type { QuarantineStore } from './QuarantineStore.ts';

/** Names the rows, among those of the drafts, that must not replace what is stored. */
export type OutdatedRows = (drafts: readonly FactDraft[]) => Promise<ReadonlySet<number>>;

/**
 * Finds rows whose facts were written by something else than their own file since the row was received: by a later file, or
 * by a person, also where a person gave the row's natural key to another fact.
 *
 * @param store - the collection
 * @param entries - the rows that can be outdated; those that a clerk has just corrected can not
 */
export function outdatedRows(
  { database, collection }: QuarantineStore,
  entries: readonly QuarantinedRow[],
): OutdatedRows {
  const byRow = new Map(entries.map((entry) => [entry.row, entry]));
  return async (drafts) => {
    const asked = drafts.filter(({ row }) => row !== undefined && byRow.has(row));
    if (asked.length === 0) return new Set();
    const ids = { $in: asked.map(({ id }) => id) };
    const stored = await database
      .facts(collection)
      .find({ $or: [{ _id: ids }, { 'record.provenance.key': ids }] }, { projection: { 'record.provenance': 1 } })
      .toArray();
    const known = new Map(
      stored.flatMap(({ _id, record: { provenance } }) => [_id, provenance.key ?? _id].map((id) => [id, provenance])),
    );
    return new Set(
      asked.flatMap(({ id, row = 0 }) => {
        const entry = byRow.get(row);
        const writtenBy = known.get(id);
        if (entry === undefined || writtenBy === undefined) return [];
        return writtenBy.batch !== entry.batch && writtenBy.receivedAt > entry.at ? [row] : [];
      }),
    );
  };
}
