import { connectDepartments } from '../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { loadSample } from '../../src/sample/loadSample.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { openBenchServer, type BenchServer } from './openBenchServer.ts';

/** A sample city on a database server of its own. */
export interface BenchCity extends BenchServer {
  /** Codes of all enterprises. */
  readonly usccs: readonly string[];
  /** Names of all enterprises, in the same order. */
  readonly names: readonly string[];
  /** Facts by collection. */
  readonly facts: Readonly<Record<string, number>>;
  /** Release of the server. */
  readonly mongodb: string;
}

/**
 * Starts the product's own database server on a temporary folder and loads the sample city.
 *
 * @param setting - how many enterprises, what they follow from, and the cache of the server
 */
export async function openBenchCity(setting: {
  readonly enterprises: number;
  readonly seed: number;
  readonly cacheMb?: number;
}): Promise<BenchCity> {
  const server = await openBenchServer(setting.cacheMb);
  try {
    return { ...server, ...(await fill(server.uri, setting)) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function fill(
  uri: string,
  setting: { readonly enterprises: number; readonly seed: number },
): Promise<Pick<BenchCity, 'usccs' | 'names' | 'facts' | 'mongodb'>> {
  const alone = { departmentMongodbUris: {}, databasePrefix: '' };
  const connected = await connectDepartments(await loadDepartments(), alone, uri);
  const { subgraphs } = connected;
  try {
    const asOf = todayInShanghai(new Date());
    const { facts } = await loadSample({ subgraphs, asOf, ...setting });
    const registry = subgraphs.find(({ name }) => name === 'registry');
    const enterprises = registry?.database.db.collection<{ readonly _id: string; readonly name: string }>(
      'enterprises',
    );
    const documents =
      (await enterprises
        ?.find({}, { projection: { _id: 1, name: 1 } })
        .sort({ _id: 1 })
        .toArray()) ?? [];
    const build = await registry?.database.db.admin().buildInfo();
    const usccs = documents.map(({ _id }) => _id);
    return { usccs, names: documents.map(({ name }) => name), facts, mongodb: String(build?.['version']) };
  } finally {
    await connected.close();
  }
}
