import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDepartments } from '../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { loadConfig } from '../../src/config/env.ts';
import { openMongo } from '../../src/mongod/openMongo.ts';
import { loadSample } from '../../src/sample/loadSample.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';

/** A sample city on a database server of its own. */
export interface BenchCity {
  /** The server; all departments' databases have their own names on it. */
  readonly uri: string;
  /** A folder that lives as long as the city. */
  readonly folder: string;
  /** Codes of all enterprises. */
  readonly usccs: readonly string[];
  /** Facts by collection. */
  readonly facts: Readonly<Record<string, number>>;
  /** Release of the server. */
  readonly mongodb: string;
  close(): Promise<void>;
}

/**
 * Starts the product's own database server on a temporary folder and loads the sample city.
 *
 * @param setting - how many enterprises, and what they follow from
 */
export async function openBenchCity(setting: {
  readonly enterprises: number;
  readonly seed: number;
}): Promise<BenchCity> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-bench-'));
  const config = loadConfig({
    ...process.env,
    MONGODB_URI: '',
    DATA_DIR: folder,
    DATABASE_PREFIX: '',
    LOG_LEVEL: 'warn',
  });
  const mongo = await openMongo(config, createLogger(config));
  const close = async (): Promise<void> => {
    await mongo.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { uri: mongo.uri, folder, close, ...(await fill(mongo.uri, setting)) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(
  uri: string,
  setting: { readonly enterprises: number; readonly seed: number },
): Promise<Pick<BenchCity, 'usccs' | 'facts' | 'mongodb'>> {
  const alone = { departmentMongodbUris: {}, databasePrefix: '' };
  const connected = await connectDepartments(await loadDepartments(), alone, uri);
  const { subgraphs } = connected;
  try {
    const asOf = todayInShanghai(new Date());
    const { facts } = await loadSample({ subgraphs, asOf, ...setting });
    const registry = subgraphs.find(({ name }) => name === 'registry');
    const enterprises = registry?.database.db.collection<{ readonly _id: string }>('enterprises');
    const documents =
      (await enterprises
        ?.find({}, { projection: { _id: 1 } })
        .sort({ _id: 1 })
        .toArray()) ?? [];
    const build = await registry?.database.db.admin().buildInfo();
    return { usccs: documents.map(({ _id }) => _id), facts, mongodb: String(build?.['version']) };
  } finally {
    await connected.close();
  }
}
