import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { findMongod } from '../../../src/mongod/findMongod.ts';
import { startMongod } from '../../../src/mongod/startMongod.ts';
import { applyEntries } from '../../../subgraphs/search/index/applyEntries.ts';
import {
  generationOf,
  indexGeneration,
  prepareGeneration,
  type Generation,
} from '../../../subgraphs/search/index/Generation.ts';
import { gramsOf } from '../../../subgraphs/search/index/gramsOf.ts';
import { findNumbers } from '../../../subgraphs/search/index/postings/findNumbers.ts';
import { readInOrder } from '../../../subgraphs/search/index/readEnterprises.ts';
import { targetOf } from '../../../subgraphs/search/index/targetOf.ts';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { parseName } from '../../../subgraphs/search/names/parseName.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { entryOf } from './entryOf.ts';

/** The index of the product with the given registrations in it. */
export interface OpenIndex {
  readonly db: Db;
  /** What the index offers to a name, as the public may see it. */
  readonly candidates: (name: string, limit: number) => Promise<readonly MatchTarget[]>;
  /** Ends the server and removes its data. */
  readonly close: () => Promise<void>;
}

/** Entries that are applied at once. */
const BATCH = 20_000;

/**
 * Starts a MongoDB server and fills the index, by the code that follows the ledger.
 *
 * @param targets - what the index holds
 */
export async function openIndex(targets: readonly MatchTarget[]): Promise<OpenIndex> {
  const folder = await mkdtemp(join(tmpdir(), 'credit-graph-match-'));
  const { path } = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
  const mongod = await startMongod({ path, folder, cacheMb: 512 }, silent);
  const client = await new MongoClient(mongod.uri).connect();
  const db = client.db('search');
  const generation = generationOf(db, 1);
  await prepareGeneration(generation);
  for (let from = 0; from < targets.length; from += BATCH) {
    const entries = targets.slice(from, from + BATCH).map((target, at) => entryOf(target, from + at + 1));
    await applyEntries(generation, entries, []);
  }
  await indexGeneration(generation);
  return {
    db,
    candidates: (name, limit) => candidatesOf(generation, name, limit),
    close: async () => {
      await client.close();
      await mongod.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function candidatesOf(generation: Generation, name: string, limit: number): Promise<readonly MatchTarget[]> {
  const { numbers } = await findNumbers(generation, { grams: gramsOf(parseName(name)) }, limit);
  const context = { caller: ANONYMOUS, now: new Date() };
  return (await readInOrder(generation, numbers, { limit }, context)).map(targetOf);
}
