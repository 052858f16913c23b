import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../src/config/projectRoot.ts';
import type { FactCollection } from '../../../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../../../src/data/FactDocument.ts';
import { importFile } from '../../../../src/ingest/importFile.ts';
import type { ImportReport } from '../../../../src/ingest/ImportReport.ts';
import { quarantineOf, type QuarantinedRow } from '../../../../src/ingest/quarantine.ts';
import type { Settling } from '../../../../src/ingest/quarantine/entryTarget.ts';
import type { QuarantineStore } from '../../../../src/ingest/quarantine/QuarantineStore.ts';
import { loadProfiles } from '../../../../src/ingest/source/loadProfiles.ts';
import type { SourceProfile } from '../../../../src/ingest/source/SourceProfile.ts';
import type { SubjectDirectory } from '../../../../src/ingest/SubjectDirectory.ts';
import { department } from '../../../../subgraphs/registry/department.ts';
import { NOW, openDepartment, staffOf, type TestDepartment } from '../../../kit/department.ts';

/** The profiles of the registry. */
export const PROFILES = loadProfiles(join(projectRoot(), 'subgraphs', 'registry', 'sources'));

/** How a file is imported where it matters. */
export interface Importing {
  readonly now?: Date;
  readonly profiles?: readonly SourceProfile[];
}

/** The registry on the test server, with what its quarantine needs. */
export interface TestStore {
  readonly registry: TestDepartment;
  readonly directory: SubjectDirectory;
  /** The quarantine of a collection of the registry. */
  of(name: string, profiles?: readonly SourceProfile[]): QuarantineStore;
  /** Writes a file into the folder and imports it. */
  importText(collection: string, file: string, text: string, importing?: Importing): Promise<ImportReport>;
  importPath(collection: string, path: string, importing?: Importing): Promise<ImportReport>;
  entries(): Promise<QuarantinedRow[]>;
  facts(collection: string): Promise<FactDocumentBase[]>;
  close(): Promise<void>;
}

/** Opens the registry; its own look-up links subjects. */
export async function openStore(folder: string): Promise<TestStore> {
  const registry = await openDepartment(department);
  const { database } = registry.subgraph;
  const directory: SubjectDirectory = {
    async find(orgCodes, names) {
      const document =
        'query ($orgCodes: [String!]!, $names: [String!]!) { enterpriseLinks(orgCodes: $orgCodes, names: $names) { orgCode name uscc } }';
      const { data } = await registry.ask(document, { orgCodes, names }, { caller: staffOf('registry') });
      return (data as { enterpriseLinks: { orgCode: string | null; name: string | null; uscc: string }[] })
        .enterpriseLinks;
    },
  };
  const importPath: TestStore['importPath'] = (name, path, { now = NOW, profiles = PROFILES } = {}) =>
    importFile({
      path,
      collection: collectionOf(registry, name),
      database,
      directory,
      profiles,
      operator: 'li@registry',
      now,
    });
  return {
    registry,
    directory,
    of: (name, profiles = PROFILES) => ({ database, collection: collectionOf(registry, name), profiles }),
    importPath,
    importText(name, file, text, importing) {
      const path = join(folder, file);
      writeFileSync(path, text);
      return importPath(name, path, importing);
    },
    entries: () => quarantineOf(database).find().sort({ batch: 1, row: 1 }).toArray(),
    facts: (name) => database.facts(collectionOf(registry, name)).find().sort({ _id: 1 }).toArray(),
    close: () => registry.close(),
  };
}

/** Who settles rows, a day after they came in unless told otherwise. */
export function settlingOf({ directory }: TestStore, now: Date = new Date(NOW.getTime() + 86_400_000)): Settling {
  return { directory, operator: 'wang@registry', now };
}

function collectionOf(registry: TestDepartment, name: string): FactCollection {
  const collection = registry.subgraph.collections[name];
  if (collection === undefined) throw new Error(`There is no collection ${name}.`);
  return collection;
}
