import { setImmediate } from 'node:timers/promises';
import type { WriteOrigin } from '../data/buildDocument.ts';
import { collectionId } from '../data/FactCollection.ts';
import { batchesOf, recordRun } from '../ingest/batches.ts';
import { ImportTally, type ImportReport } from '../ingest/ImportReport.ts';
import { importRows, type ImportTarget, type SourceRow } from '../ingest/importRows.ts';
import type { ConnectedSubgraph } from '../subgraph/Subgraph.ts';
import { holdsSample } from './holdsSample.ts';
import { removeSample } from './removeSample.ts';
import type { SampleSetting } from './SampleEnterprise.ts';
import { SAMPLE_OPERATOR, SAMPLE_SOURCE, sampleBatch, sampleDigest } from './sampleMark.ts';
import { sampleRows, seededCollections, type SeededCollection } from './sampleRows.ts';

/** A sample city to be loaded. */
export interface SampleRequest extends SampleSetting {
  readonly subgraphs: readonly ConnectedSubgraph[];
  /** When its facts arrive; now, where it is left out. */
  readonly now?: Date;
  /** Told after each batch of rows: rows so far, and how many of the collections are done. */
  readonly onProgress?: (progress: SampleProgress) => void;
}

/** How far a sample is. */
export interface SampleProgress {
  readonly rows: number;
  /** From 0 to 1, by the collections' parts of the enterprises. */
  readonly share: number;
}

/** What was loaded. */
export interface SampleReport {
  /** Facts by collection, such as `registry.changes`, in the order of loading. */
  readonly facts: Readonly<Record<string, number>>;
  /** Rows that were refused; none, unless a seed breaks its department's own rules. */
  readonly quarantined: number;
  readonly seconds: number;
}

/** Rows that are judged and written at once, as with files. */
const CHUNK = 1_000;

/**
 * Loads the sample city through the same path as files: judged, written, recorded as a batch for each collection.
 *
 * The same sample again changes nothing, so that one that was cut off is completed by loading it again; a sample of
 * another setting is removed first.
 *
 * @param request - see {@link SampleRequest}
 */
export async function loadSample(request: SampleRequest): Promise<SampleReport> {
  const started = performance.now();
  await removeOthers(request);
  // Before the facts, whose batches tell of a load that was cut off.
  for (const { sampleRecords, database } of request.subgraphs) await sampleRecords?.load(database, request);
  const facts: Record<string, number> = {};
  const seeded = seededCollections(request.subgraphs);
  let before = 0;
  let quarantined = 0;
  for (const [place, each] of seeded.entries()) {
    const report = await loadCollection(each, request, (rows, enterprises) =>
      request.onProgress?.({
        rows: before + rows,
        share: (place + enterprises / request.enterprises) / seeded.length,
      }),
    );
    before += report.read;
    quarantined += report.quarantined;
    facts[report.collection] = report.accepted + report.unchanged;
  }
  return { facts, quarantined, seconds: secondsSince(started) };
}

async function removeOthers(request: SampleRequest): Promise<void> {
  const digest = sampleDigest(request);
  const others = await Promise.all(
    request.subgraphs.map(({ database }) => holdsSample(database, { digest: { $ne: digest } })),
  );
  if (others.includes(true)) await removeSample(request.subgraphs);
}

async function loadCollection(
  { subgraph, ...seeded }: SeededCollection & { readonly subgraph: ConnectedSubgraph },
  request: SampleRequest,
  onChunk: (rows: number, enterprises: number) => void,
): Promise<ImportReport> {
  const started = performance.now();
  const { database } = subgraph;
  const collection = collectionId(seeded.collection);
  const origin = {
    batch: sampleBatch(collection, request),
    source: SAMPLE_SOURCE,
    operator: SAMPLE_OPERATOR,
    receivedAt: request.now ?? new Date(),
  };
  const batch = { collection, file: SAMPLE_SOURCE, digest: sampleDigest(request), source: SAMPLE_SOURCE };
  // Announced before the first row, so that a load that is cut off is known to have left something behind.
  await batchesOf(database).updateOne(
    { _id: origin.batch },
    { $setOnInsert: { ...batch, runs: [] } },
    { upsert: true },
  );
  const tally = new ImportTally(request.asOf, subgraph.name);
  await importRows(chunksOf(seeded, request, onChunk), targetOf(subgraph, seeded, request, origin), tally);
  const report = { ...reportOf(tally, started), batch: origin.batch, collection };
  const finishedAt = new Date(origin.receivedAt.getTime() + report.seconds * 1_000);
  await recordRun(
    database,
    { ...batch, _id: origin.batch },
    { startedAt: origin.receivedAt, finishedAt, operator: SAMPLE_OPERATOR, report },
  );
  return report;
}

function targetOf(
  { database, title }: ConnectedSubgraph,
  { collection }: SeededCollection,
  { asOf }: SampleRequest,
  origin: WriteOrigin & { readonly batch: string },
): ImportTarget {
  return {
    database,
    collection,
    // Every row names its enterprise by code, or is about a natural person: nothing has to be looked up.
    directory: { find: () => Promise.resolve([]) },
    origin,
    setting: { today: asOf, neverHas: new Set(), provider: { name: `${title}（示例）` }, flags: [] },
    file: SAMPLE_SOURCE,
    source: SAMPLE_SOURCE,
    columnOf: (field) => collection.fields[field]?.title ?? field,
  };
}

async function* chunksOf(
  seeded: SeededCollection,
  setting: SampleSetting,
  onChunk: (rows: number, enterprises: number) => void,
): AsyncGenerator<readonly SourceRow[]> {
  let number = 0;
  let chunk: SourceRow[] = [];
  for (const { values, index } of sampleRows(seeded, setting)) {
    number += 1;
    chunk.push({ number, values, cells: () => values, flags: [], fault: null });
    if (chunk.length < CHUNK) continue;
    yield chunk;
    onChunk(number, index + 1);
    // Making rows never waits: without a pause nobody else in the process would get a turn.
    await setImmediate();
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
  onChunk(number, setting.enterprises);
}

function reportOf(tally: ImportTally, started: number): Omit<ImportReport, 'batch' | 'collection'> {
  const { read, accepted, unchanged, flagged, flags, quarantined, reasons, linked, proposed, visible } = tally;
  const seconds = secondsSince(started);
  return {
    ...{ read, accepted, unchanged, flagged, flags, quarantined, reasons, linked, proposed, visible, seconds },
    file: SAMPLE_SOURCE,
    source: SAMPLE_SOURCE,
    rowsPerSecond: Math.round(read / Math.max(seconds, 0.001)),
    otherRows: 0,
    ignoredColumns: [],
  };
}

function secondsSince(started: number): number {
  return Math.round(performance.now() - started) / 1_000;
}
