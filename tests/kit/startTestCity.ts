import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { connectDepartments } from '../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import { startCity, type CityOptions } from '../../gateway/startCity.ts';
import { loadConfig, type Config } from '../../src/config/env.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import type { ImportReport } from '../../src/ingest/ImportReport.ts';
import { loadSample } from '../../src/sample/loadSample.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { todayInShanghai } from '../../src/values/localDate.ts';
import { doorPath } from './doorPath.ts';
import { startBeside } from './startBeside.ts';
import { startRemoteCity } from './startRemoteCity.ts';
import { testDatabase, type TestDatabase } from './mongo.ts';
import { silent } from './mongodConfig.ts';
import { TESTED_ENGINE } from './testedEngine.ts';

/** What a GraphQL request answers. */
export interface CityReply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** How a city of a test starts. */
export interface TestCityOptions extends CityOptions {
  /** Enterprises of a small sample city, loaded before the start; none unless given. */
  readonly sampleOf?: number;
  /** Settings beside the test's own databases and folder. */
  readonly settings?: NodeJS.ProcessEnv;
  /** All departments of the product unless given. */
  readonly departments?: readonly SubgraphDefinition[];
  /** Whether each department answers over HTTP, as in a process of its own; `CITY_SHAPE=remote` says so for all tests. */
  readonly isRemote?: boolean;
  /** Whether a second gateway joins the same departments by the other engine. */
  readonly onBothEngines?: boolean;
}

/** Whose token is sent: the enterprise with this code. A department is named by itself. */
export interface Holder {
  readonly enterprise: string;
}

/** The whole product with all its departments, on databases of the test's own. */
export interface TestCity {
  readonly url: string;
  /** Where each engine answers, {@link url} first; one place unless both engines are wanted. */
  readonly urls: readonly string[];
  /** Sends one operation, as the public or with a token of a department or an enterprise; to each engine in turn. */
  ask(query: string, variables?: object, holder?: string | Holder): Promise<CityReply>;
  /** The `authorization` of a token of a department or an enterprise. */
  bearer(holder: string | Holder): Promise<string>;
  /** Sends a file to the door for imports, as the department that owns the collection. */
  upload(collection: string, path: string, name: string): Promise<{ status: number; report: ImportReport }>;
  /** Sends text to any path as a department. */
  send(path: string, body: string, department: string): Promise<Response>;
  /** Its data folder. */
  readonly folder: string;
  /** Server and prefix of its databases. */
  readonly database: Pick<TestDatabase, 'uri' | 'prefix'>;
  /** Waits until all that was written stands in the ledger and in every view that follows it, and duties are done that are due. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** What stands beside every answer. */
function extensionsOf({ budgets }: Config): readonly string[] {
  return Object.values(budgets).some((budget) => budget !== undefined) ? ['cost'] : [];
}

/**
 * Starts the product on a free port, without its sample city unless the test wants it.
 *
 * @param options - the time that requests live at, and which sample there is
 */
export async function startTestCity({
  sampleOf,
  settings,
  departments: given,
  isRemote = process.env['CITY_SHAPE'] === 'remote',
  onBothEngines = false,
  ...options
}: TestCityOptions = {}): Promise<TestCity> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-city-'));
  const database = testDatabase();
  const place = { MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix, DATA_DIR: folder, PORT: '0' };
  const config = loadConfig({ ...place, GATEWAY_ENGINE: TESTED_ENGINE, ...settings });
  const departments = given ?? (await loadDepartments());
  if (sampleOf !== undefined) await loadSmallSample(departments, config, sampleOf, options.clock?.() ?? new Date());
  const city = await (isRemote ? startRemoteCity : startCity)(config, silent, departments, options);
  const besides = onBothEngines ? [await startBeside(config, departments, options.clock)] : [];
  const urls = [city, ...besides].map(({ url }) => url);
  let asked = 0;
  const told = extensionsOf(config);
  const key = await openKeyPair(join(folder, 'keys'), 'tokens');
  const bearer = async (holder: string | Holder): Promise<string> => {
    const who = typeof holder === 'string' ? { department: holder } : holder;
    return `Bearer ${await signDevToken(key, { ...who, operator: 'tester', ttl: 600 })}`;
  };
  return {
    url: city.url,
    urls,
    async ask(query, variables = {}, holder) {
      const response = await fetch((urls[asked++ % urls.length] ?? city.url) + doorOfHolder(holder), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(holder === undefined ? {} : { authorization: await bearer(holder) }),
        },
        body: JSON.stringify({ query, variables }),
      });
      // What each question costs is told by every answer where anybody has a budget, and tested by itself.
      const { extensions, ...reply } = (await response.json()) as CityReply & { readonly extensions?: object };
      expect(Object.keys(extensions ?? {})).toEqual(told);
      return reply;
    },
    async upload(collection, path, name) {
      const [department = ''] = collection.split('.');
      const response = await fetch(`${city.url}/imports/${collection}?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { authorization: await bearer(department), 'content-type': 'application/octet-stream' },
        body: Readable.toWeb(createReadStream(path)) as ReadableStream,
        duplex: 'half',
      });
      return { status: response.status, report: (await response.json()) as ImportReport };
    },
    bearer,
    folder,
    database,
    settled: () => city.settled(),
    async send(path, body, department) {
      const headers = { authorization: await bearer(department), 'content-type': 'text/csv' };
      return fetch(`${city.url}${path}`, { method: 'POST', headers, body });
    },
    async stop() {
      for (const beside of besides) await beside.stop();
      await city.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each is sent to the door of its own. */
function doorOfHolder(holder: string | Holder | undefined): string {
  if (holder === undefined) return doorPath('OPEN');
  return doorPath(typeof holder === 'string' ? 'INTERNAL' : 'SUBJECT');
}

async function loadSmallSample(
  departments: readonly SubgraphDefinition[],
  config: Config,
  enterprises: number,
  now: Date,
): Promise<void> {
  const connected = await connectDepartments(departments, config, config.mongodbUri ?? '');
  await loadSample({ subgraphs: connected.subgraphs, enterprises, seed: 1, asOf: todayInShanghai(now), now });
  await connected.close();
}
