import { collectionId } from '../../data/FactCollection.ts';
import { todayInShanghai } from '../../values/localDate.ts';
import { ImportTally } from '../ImportReport.ts';
import { indexQuarantine, quarantineOf } from '../quarantine.ts';
import { chunkEntries } from './chunkEntries.ts';
import { ENTRY_ORDER, entryFilter, type EntrySelection } from './entryFilter.ts';
import type { Settling } from './entryTarget.ts';
import { outdatedRows } from './outdatedRows.ts';
import type { QuarantineStore } from './QuarantineStore.ts';
import { settleEntries } from './settleEntries.ts';
import { settleReport, type SettleReport } from './SettleReport.ts';

/**
 * Judges all open rows of a collection anew as they are, after a rule, a profile or the registry has changed.
 *
 * It can be cut off and started again, and a second time finds nothing more to do. What a later file or a person has said of
 * a fact since the row was received is not replaced by the older row.
 *
 * @param store - the collection
 * @param selection - which rows
 * @param settling - who replays
 * @throws IngestError INGEST_PROFILE_UNKNOWN where the profile of a file is gone
 */
export async function replayQuarantine(
  store: QuarantineStore,
  selection: Omit<EntrySelection, 'collection'>,
  settling: Settling,
): Promise<SettleReport> {
  const collection = collectionId(store.collection);
  await indexQuarantine(store.database);
  const tally = new ImportTally(todayInShanghai(settling.now), store.collection.department);
  const entries = quarantineOf(store.database)
    .find(entryFilter({ ...selection, collection }))
    .sort(ENTRY_ORDER);
  let superseded = 0;
  for await (const chunk of chunkEntries(entries)) {
    superseded += await settleEntries(store, chunk, settling, tally, outdatedRows(store, chunk));
  }
  return settleReport(collection, tally, superseded);
}
