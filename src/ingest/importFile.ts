import { basename } from 'node:path';
import { collectionId } from '../data/FactCollection.ts';
import { batchId, recordRun } from './batches.ts';
import { ImportTally, reportOf, type ImportReport } from './ImportReport.ts';
import { importRows, type ImportTarget } from './importRows.ts';
import { importTarget, type Importing } from './importTarget.ts';
import { layoutOf, layRows } from './layRows.ts';
import { checkGzip } from './read/checkGzip.ts';
import { fileDigest } from './read/fileDigest.ts';
import { openRows } from './read/openRows.ts';
import type { RowSource } from './read/RowSource.ts';
import { chooseProfile } from './source/chooseProfile.ts';
import type { SourceProfile } from './source/SourceProfile.ts';

/** A file to be imported. */
export interface ImportRequest extends Importing {
  readonly path: string;
  /** The file's name where it is not that of the path, such as an upload's. */
  readonly name?: string;
  /** All source profiles of the department. */
  readonly profiles: readonly SourceProfile[];
  /** The profile that the user names. */
  readonly profileName?: string | undefined;
  /** SHA-256 of the file, where it was read to its end before and taken then: it is imported into many collections. */
  readonly digest?: string | undefined;
  /** Sheet of a workbook; the first where none is named. */
  readonly sheet?: string | undefined;
  /** Told after each chunk of rows. */
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** How far an import is; bytes are those on disk. */
export interface ImportProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rows: number;
}

/**
 * Imports one file: streaming, idempotent, nothing dropped.
 *
 * The same file again changes nothing; an import that was cut off is resumed by starting it again.
 *
 * @param request - see {@link ImportRequest}
 * @throws IngestError before anything is written, where the file or its columns can not be used
 */
export async function importFile(request: ImportRequest): Promise<ImportReport> {
  const started = performance.now();
  const input = request.name === undefined ? request.path : { path: request.path, name: request.name };
  if (request.digest === undefined) await checkGzip(input);
  const { collection, now, sheet } = request;
  const sought = { collection: collectionId(collection), ...(sheet === undefined ? {} : { sheet }) };
  const source = await openRows(input, sought);
  try {
    const profile = chooseProfile(request.profiles, collectionId(collection), source.header, request.profileName);
    const layout = layoutOf(source, collection, profile);
    const digest = request.digest ?? (await fileDigest(request.path));
    const target = importTarget(request, {
      batch: batchId(collectionId(collection), profile?.name ?? null, digest),
      file: request.name ?? basename(request.path),
      profile,
      header: source.header,
      layout,
    });
    const tally = new ImportTally(target.setting.today, collection.department);
    const rows = layRows(source, layout, (count) => {
      tally.countOther(count);
    });
    await importRows(watched(rows, source, tally, request), target, tally);
    tally.countOther(source.others);
    const seconds = (performance.now() - started) / 1000;
    const report = reportOf(tally, { ...identityOf(target), ignoredColumns: layout.ignored, seconds });
    await recordRun(
      request.database,
      { _id: report.batch, collection: report.collection, file: report.file, digest, source: report.source },
      { startedAt: now, finishedAt: new Date(now.getTime() + seconds * 1000), operator: request.operator, report },
    );
    return report;
  } finally {
    source.close();
  }
}

function identityOf({
  origin,
  collection,
  file,
  source,
}: ImportTarget): Pick<ImportReport, 'batch' | 'collection' | 'file' | 'source'> {
  return { batch: origin.batch, collection: collectionId(collection), file, source };
}

async function* watched<Chunk>(
  chunks: AsyncIterable<Chunk>,
  source: RowSource,
  tally: ImportTally,
  { onProgress }: ImportRequest,
): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) {
    yield chunk;
    onProgress?.({ bytesRead: source.bytesRead(), bytesTotal: source.bytesTotal, rows: tally.read });
  }
}
