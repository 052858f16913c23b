import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { loadDepartments } from '../../gateway/departments.ts';
import { startCity, type CityOptions } from '../../gateway/startCity.ts';
import { loadConfig } from '../../src/config/env.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import type { ImportReport } from '../../src/ingest/ImportReport.ts';
import { testDatabase } from './mongo.ts';
import { silent } from './mongodConfig.ts';

/** What a GraphQL request answers. */
export interface CityReply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** The whole product with all its departments, on databases of the test's own. */
export interface TestCity {
  readonly url: string;
  /** Sends one operation, as the public or with a token of a department. */
  ask(query: string, variables?: object, department?: string): Promise<CityReply>;
  /** Sends a file to the door for imports, as the department that owns the collection. */
  upload(collection: string, path: string, name: string): Promise<{ status: number; report: ImportReport }>;
  /** Sends text to any path as a department. */
  send(path: string, body: string, department: string): Promise<Response>;
  /** Its data folder. */
  readonly folder: string;
  /** Waits until all that was written stands in the ledger and in every view that follows it, and duties are done that are due. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the product on a free port, without its sample city unless the test wants it.
 *
 * @param options - the time that requests live at, and whether there is a sample
 */
export async function startTestCity(options: CityOptions = {}): Promise<TestCity> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-city-'));
  const database = testDatabase();
  const environment = { MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix, DATA_DIR: folder, PORT: '0' };
  const city = await startCity(loadConfig(environment), silent, await loadDepartments(), options);
  const key = await openKeyPair(join(folder, 'keys'), 'tokens');
  const bearer = async (department: string): Promise<string> =>
    `Bearer ${await signDevToken(key, { department, operator: 'tester', ttl: 600 })}`;
  return {
    url: city.url,
    async ask(query, variables = {}, department) {
      const response = await fetch(`${city.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(department === undefined ? {} : { authorization: await bearer(department) }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as CityReply;
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
    folder,
    settled: () => city.settled(),
    async send(path, body, department) {
      const headers = { authorization: await bearer(department), 'content-type': 'text/csv' };
      return fetch(`${city.url}${path}`, { method: 'POST', headers, body });
    },
    async stop() {
      await city.stop();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
