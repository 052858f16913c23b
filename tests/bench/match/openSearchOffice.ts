import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDepartments } from '../../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { findMongod } from '../../../src/mongod/findMongod.ts';
import { startMongod } from '../../../src/mongod/startMongod.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { generationOf, type Generation } from '../../../subgraphs/search/index/Generation.ts';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { entryOf } from './entryOf.ts';

/** The search with all departments beside it, as it answers in the product. */
export interface SearchOffice {
  readonly generation: Generation;
  /** The context of a request of the public. */
  readonly request: () => SubgraphContext;
  /** Has the search follow registrations. */
  readonly follow: (targets: readonly MatchTarget[]) => Promise<void>;
  /** Bytes of the index: documents as they lie on disk, and what finds them. */
  readonly bytes: () => Promise<{ readonly stored: number; readonly indexes: number }>;
  readonly close: () => Promise<void>;
}

/** Entries that are applied at once, as a rebuild does. */
const BATCH = 20_000;
const CACHE_MB = 2_048;

/** Starts a MongoDB server with empty databases of all departments. */
export async function openSearchOffice(): Promise<SearchOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-search-'));
  const { path } = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
  const mongod = await startMongod({ path, folder, cacheMb: CACHE_MB }, silent);
  const config = { departmentMongodbUris: {}, databasePrefix: 'bench_' };
  const connected = await connectDepartments(await loadDepartments(), config, mongod.uri);
  const search = connected.subgraphs.find(({ name }) => name === 'search');
  const follower = search?.followers.find(({ name }) => name === 'index');
  if (search === undefined || follower === undefined) throw new Error('There is no search.');
  const { database, departments } = search;
  let seq = 0;
  return {
    generation: generationOf(database.db, 1),
    request: () => search.contextFor({ caller: ANONYMOUS, requestId: 'bench', now: new Date(), locale: 'en' }),
    async follow(targets) {
      const context = { database, departments, ledger: connected.reader, graph: ALONE.graph, now: new Date() };
      for (let from = 0; from < targets.length; from += BATCH) {
        const entries = targets.slice(from, from + BATCH).map((target, at) => entryOf(target, seq + at + 1));
        await follower.apply(entries, context);
        seq += entries.length;
      }
    },
    async bytes() {
      const collections = await database.db.listCollections({ name: /_1$/ }).toArray();
      const sizes = collections.map(({ name }) => database.db.command({ collStats: name }));
      const all = await Promise.all(sizes);
      const sum = (field: string): number => all.reduce((total, size) => total + Number(size[field]), 0);
      return { stored: sum('storageSize'), indexes: sum('totalIndexSize') };
    },
    async close() {
      await connected.close();
      await mongod.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
