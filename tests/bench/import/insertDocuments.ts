import type { Collection } from 'mongodb';
import { InFlight } from '../../../src/ingest/InFlight.ts';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';

const BATCH = 1_000;
const IN_FLIGHT = 2;

/**
 * Writes documents as fast as the driver does it: the same batches, as many in flight, the same write concern as an import.
 *
 * @param collection - empty, with its indexes
 * @param documents - as an import left them
 */
export async function insertDocuments(
  collection: Collection<FactDocumentBase>,
  documents: readonly FactDocumentBase[],
): Promise<void> {
  const inFlight = new InFlight(IN_FLIGHT);
  for (let at = 0; at < documents.length; at += BATCH) {
    await inFlight.start([], async () => {
      await collection.insertMany(documents.slice(at, at + BATCH), { writeConcern: { w: 'majority' } });
    });
  }
  await inFlight.finish();
}
