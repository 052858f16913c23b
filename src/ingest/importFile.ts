import { basename } from 'node:path';
import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import { columnsOf } from '../data/envelopeFields.ts';
import { collectionId, type FactCollection } from '../data/FactCollection.ts';
import { todayInShanghai } from '../values/localDate.ts';
import { batchId, recordRun } from './batches.ts';
import { ImportTally, reportOf, type ImportReport } from './ImportReport.ts';
import { importRows, type ImportTarget } from './importRows.ts';
import { layoutOf, layRows, type Layout } from './layRows.ts';
import { checkGzip } from './read/checkGzip.ts';
import { fileDigest } from './read/fileDigest.ts';
import { openRows } from './read/openRows.ts';
import type { RowSource } from './read/RowSource.ts';
import { chooseProfile } from './source/chooseProfile.ts';
import type { SourceProfile } from './source/SourceProfile.ts';
import type { SubjectDirectory } from './SubjectDirectory.ts';

/** A file to be imported. */
export interface ImportRequest {
  readonly path: string;
  /** The file's name where it is not that of the path, such as an upload's. */
  readonly name?: string;
  readonly collection: FactCollection;
  readonly database: DepartmentDatabase;
  readonly directory: SubjectDirectory;
  /** All source profiles of the department. */
  readonly profiles: readonly SourceProfile[];
  /** The profile that the user names. */
  readonly profileName?: string | undefined;
  /** Sheet of a workbook; the first where none is named. */
  readonly sheet?: string | undefined;
  /** Who imports, as `name@department`. */
  readonly operator: string;
  readonly now: Date;
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
  await checkGzip(input);
  const source = await openRows(input, request.sheet === undefined ? {} : { sheet: request.sheet });
  try {
    const { collection, now } = request;
    const profile = chooseProfile(request.profiles, collectionId(collection), source.header, request.profileName);
    const layout = layoutOf(source, collection, profile);
    const digest = await fileDigest(request.path);
    const target = targetOf(request, source, layout, profile, digest);
    const tally = new ImportTally(target.setting.today, collection.department);
    const rows = layRows(source, layout, (count) => {
      tally.countOther(count);
    });
    await importRows(watched(rows, source, tally, request), target, tally);
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

/** Where the rows of a file go, and what is known of all of them. */
function targetOf(
  { database, collection, directory, operator, now, ...request }: ImportRequest,
  source: RowSource,
  layout: Layout,
  profile: SourceProfile | undefined,
  digest: string,
): ImportTarget {
  const sourceName = profile?.name ?? null;
  const file = request.name ?? basename(request.path);
  const batch = batchId(collectionId(collection), sourceName, digest);
  return {
    database,
    collection,
    directory,
    origin: { batch, source: sourceName ?? file, operator, receivedAt: now },
    setting: {
      today: todayInShanghai(now),
      neverHas: new Set(profile?.neverHas),
      provider: providerOf(profile),
      flags: [],
    },
    file,
    source: sourceName,
    columnOf: columnNamer(source, layout, collection),
  };
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

/** The provider of rows that name none: the profile's, else nobody is claimed. */
function providerOf(profile: SourceProfile | undefined): { readonly name?: string; readonly uscc?: string } {
  const { name, uscc } = profile?.provider ?? {};
  return { ...(name === undefined ? {} : { name }), ...(uscc === undefined ? {} : { uscc }) };
}

function columnNamer(source: RowSource, { columns }: Layout, collection: FactCollection): (field: string) => string {
  const titles = new Map(columnsOf(collection).map(([name, { title }]) => [name, title]));
  return (field) => source.header[columns.indexOf(field)] ?? titles.get(field) ?? field;
}
