import { WriteConcern, type Filter } from 'mongodb';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import type { FactDocumentBase } from '../data/FactDocument.ts';
import { linkCandidatesOf } from '../data/linkCandidates.ts';
import { subjectOfEvent, type OutboxEvent } from '../data/outbox.ts';
import { batchesOf } from '../ingest/batches.ts';
import { quarantineOf } from '../ingest/quarantine.ts';
import type { ConnectedSubgraph } from '../subgraph/Subgraph.ts';
import { SAMPLE_SOURCE } from './sampleMark.ts';

/** Facts that are taken out at once. */
const CHUNK = 1_000;

/** What identifies a fact and its revisions. */
type FactName = Pick<FactDocumentBase, '_id' | 'subjectUscc'> & {
  readonly record: Pick<FactDocumentBase['record'], 'revision'>;
};

/**
 * Takes the sample city out again: facts that it brought with their earlier revisions, outbox events, refused rows
 * and batches. The ledger is told, so that views let go of them and what it says of them is erased. What came from files or people stays, also where it is about an enterprise of the sample.
 *
 * A fact of the sample that a person has corrected since is a fact of the sample. The batches go last, so that a removal
 * that is cut off is completed by starting it again.
 *
 * @param subgraphs - the departments
 * @param onProgress - told the facts taken out so far
 * @returns how many facts were taken out
 */
export async function removeSample(
  subgraphs: readonly Pick<ConnectedSubgraph, 'database' | 'collections' | 'sampleRecords'>[],
  onProgress?: (facts: number) => void,
): Promise<number> {
  let removed = 0;
  for (const { database, collections, sampleRecords } of subgraphs) {
    const batches = await batchesOf(database).distinct('_id', { source: SAMPLE_SOURCE });
    for (const collection of Object.values(collections)) {
      for await (const facts of factsOf(database, collection, batches)) {
        await removeFacts(database, collection, facts);
        removed += facts.length;
        onProgress?.(removed);
      }
    }
    await sampleRecords?.remove(database);
    await quarantineOf(database).deleteMany({ source: SAMPLE_SOURCE });
    await batchesOf(database).deleteMany({ source: SAMPLE_SOURCE });
  }
  return removed;
}

async function* factsOf(
  database: DepartmentDatabase,
  collection: FactCollection,
  batches: readonly string[],
): AsyncGenerator<readonly FactName[]> {
  // A correction keeps the batch that a fact came with; an import of the same fact brings its own.
  const ofSample: Filter<FactDocumentBase> = {
    $or: [{ 'record.provenance.source': SAMPLE_SOURCE }, { 'record.provenance.batch': { $in: batches } }],
  };
  const found = database
    .facts(collection)
    .find<FactName>(ofSample, { projection: { 'record.revision': 1, subjectUscc: 1 } });
  let facts: FactName[] = [];
  for await (const fact of found) {
    facts.push(fact);
    if (facts.length < CHUNK) continue;
    yield facts;
    facts = [];
  }
  if (facts.length > 0) yield facts;
}

/** In one transaction, so that no fact ever stands without its events. Both histories are found by id, which every revision numbers. */
async function removeFacts(
  database: DepartmentDatabase,
  collection: FactCollection,
  facts: readonly FactName[],
): Promise<void> {
  const revisions = facts.flatMap(({ _id, record }) =>
    Array.from({ length: record.revision }, (_, at) => `${_id}@${at + 1}`),
  );
  const events = facts.map((fact) => removalOf(collection, fact, new Date()));
  await database.withSession((session) =>
    session.withTransaction(
      async () => {
        await database.facts(collection).deleteMany({ _id: { $in: facts.map(({ _id }) => _id) } }, { session });
        await database.revisions(collection).deleteMany({ _id: { $in: revisions } }, { session });
        await database.outbox.deleteMany({ _id: { $in: revisions } }, { session });
        await database.outbox.insertMany(events, { session });
        await linkCandidatesOf(database).deleteMany({ fact: { $in: facts.map(({ _id }) => _id) } }, { session });
      },
      { writeConcern: new WriteConcern('majority') },
    ),
  );
}

/** Whoever follows the ledger lets go of the fact. Removing the same fact again, after it was loaded anew, is another event. */
function removalOf(collection: FactCollection, fact: FactName, at: Date): OutboxEvent {
  const { _id, record } = fact;
  return {
    _id: `${_id}@${record.revision}:REMOVED:${at.getTime()}`,
    collection: collection.name,
    fact: _id,
    revision: record.revision,
    reason: 'REMOVED',
    ...subjectOfEvent(collection.kind, fact),
    at,
  };
}
