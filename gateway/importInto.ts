import { join } from 'node:path';
import { projectRoot } from '../src/config/projectRoot.ts';
import { importFile, type ImportRequest } from '../src/ingest/importFile.ts';
import type { ImportReport } from '../src/ingest/ImportReport.ts';
import { loadProfiles } from '../src/ingest/source/loadProfiles.ts';
import { holdsSample } from '../src/sample/holdsSample.ts';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import type { OwnedCollection } from './collectionNamed.ts';
import { graphDirectory } from './graphDirectory.ts';
import type { OpenedDirectory } from './subjectDirectory.ts';

/** A file, and by whom and how it is imported. */
export type FileToImport = Pick<
  ImportRequest,
  'path' | 'name' | 'digest' | 'profileName' | 'sheet' | 'operator' | 'now' | 'onProgress' | 'linkRule'
>;

/** Where is imported. */
export interface ImportingCity {
  /** All departments, of which the registry links subjects; only the importing one where another way leads to it. */
  readonly subgraphs: readonly ConnectedSubgraph[];
  readonly logger: Logger;
  /** Gives the way to the registry; through the departments of this process unless given. */
  readonly openDirectory?: (() => OpenedDirectory) | undefined;
}

/** A report that also says whether invented facts stand beside the imported ones. */
export interface CityImportReport extends ImportReport {
  /** Whether the department's database holds the sample city. */
  readonly besideSample: boolean;
}

/**
 * Imports one file into a department's collection; the command line and the API both come here.
 *
 * @param target - the collection and its owner
 * @param file - what is imported; `operator` is `name@department`
 * @param city - who links subjects
 * @throws IngestError before anything is written, where the file or its columns can not be used
 */
export async function importInto(
  { owner, collection }: OwnedCollection<ConnectedSubgraph>,
  file: FileToImport,
  { subgraphs, logger, openDirectory }: ImportingCity,
): Promise<CityImportReport> {
  const directory =
    openDirectory?.() ?? graphDirectory(subgraphs, { department: owner.name, operator: file.operator, logger });
  try {
    const report = await importFile({
      ...file,
      collection,
      database: owner.database,
      directory,
      profiles: loadProfiles(join(projectRoot(), 'subgraphs', owner.name, 'sources')),
    });
    return { ...report, besideSample: await holdsSample(owner.database) };
  } finally {
    await directory.close();
  }
}
