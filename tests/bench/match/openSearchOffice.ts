import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDepartments } from '../../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { findMongod } from '../../../src/mongod/findMongod.ts';
import type { BodyDocument } from '../../../src/ledger/chain/LedgerDatabase.ts';
import { followLedger } from '../../../src/ledger/follow/followLedger.ts';
import type { LedgerEntry } from '../../../src/ledger/LedgerBody.ts';
import { startMongod } from '../../../src/mongod/startMongod.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { generationOf, type Generation } from '../../../subgraphs/search/index/Generation.ts';
import { readState } from '../../../subgraphs/search/index/IndexState.ts';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { entryOf } from './entryOf.ts';

/** The search with all departments beside it, as it answers in the product. */
export interface SearchOffice {
  /** What is read of the index. */
  readonly generation: () => Promise<Generation>;
  /** The context of a request of the public. */
  readonly request: () => SubgraphContext;
  /** Puts registrations into the ledger. */
  readonly register: (targets: readonly MatchTarget[]) => Promise<void>;
  /** Has the search follow what was registered, the first time all that is in the ledger. */
  readonly follow: () => Promise<void>;
  /** Bytes of the index: documents as they lie on disk, and what finds them. */
  readonly bytes: () => Promise<{ readonly stored: number; readonly indexes: number }>;
  readonly close: () => Promise<void>;
}

/** Entries that are written at once. */
const BATCH = 10_000;
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
    generation: async () => generationOf(database.db, (await readState(database.db))?.generation ?? 0),
    request: () => search.contextFor({ caller: ANONYMOUS, requestId: 'bench', now: new Date(), locale: 'en' }),
    async register(targets) {
      for (let from = 0; from < targets.length; from += BATCH) {
        const entries = targets.slice(from, from + BATCH).map((target, at) => entryOf(target, seq + at + 1));
        await connected.ledger.bodies.insertMany(entries.map(bodyDocument), { ordered: false });
        seq += entries.length;
      }
      const end = { _id: seq, prevHash: '', hash: '', bodyDigest: '', time: new Date() };
      await connected.ledger.entries.insertOne(end);
    },
    async follow() {
      const context = () => ({ database, departments, ledger: connected.reader, graph: ALONE.graph, now: new Date() });
      await followLedger(follower, { context, mayGoOn: () => Promise.resolve(true) });
    },
    async bytes() {
      const collections = await database.db.listCollections({ name: /_\d+$/ }).toArray();
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

function bodyDocument({ seq, time, body }: LedgerEntry): BodyDocument {
  return { _id: seq, time, event: `${body?.fact ?? ''}@${String(seq)}`, ...(body === undefined ? {} : { body }) };
}
