import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import { publicKeys } from '../../src/identity/publicKeys.ts';
import { openLedger, type LedgerDatabase } from '../../src/ledger/chain/LedgerDatabase.ts';
import { readRecords } from '../../src/ledger/verify/readRecords.ts';
import { verifyLedger } from '../../src/ledger/verify/verifyLedger.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { bundleProgram, startBundle, type StartedProgram } from '../kit/startProgram.ts';
import { startKillableMongod, type KillableMongod } from '../kit/startKillableMongod.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

/** Set it to minutes for the long form, which also writes the oplog over. */
const LONG_SECONDS = Number(process.env['FAULTS_SECONDS'] ?? 0);
const SECONDS = LONG_SECONDS > 0 ? LONG_SECONDS : 8;
const PATIENCE_MS = (SECONDS + 240) * 1_000;

type Victim = 'relay' | 'writer' | 'mongod';

describe(`writers, relays and the database killed for ${SECONDS} s`, () => {
  const folder = temporaryFolder();
  const notes = join(folder, 'notes');
  const killed: Record<Victim, number> = { relay: 0, writer: 0, mongod: 0 };
  let mongod: KillableMongod;
  let client: MongoClient;
  let toy: Db;
  let bundles: { readonly relay: string; readonly writer: string };
  const relays: StartedProgram[] = [];
  const writers: StartedProgram[] = [];

  const startRelay = () => startBundle(bundles.relay, {}, [mongod.uri, folder]);
  const startWriter = () => startBundle(bundles.writer, {}, [mongod.uri, notes]);

  beforeAll(async () => {
    mongod = await startKillableMongod();
    client = new MongoClient(mongod.uri);
    toy = client.db('toy');
    bundles = {
      relay: await bundleProgram('tests/kit/programs/relayToys.ts'),
      writer: await bundleProgram('tests/kit/programs/writeToys.ts'),
    };
    relays.push(await startRelay(), await startRelay());
    writers.push(await startWriter());
  }, PATIENCE_MS);

  afterAll(async () => {
    await Promise.all([...relays, ...writers].map((program) => program.end('SIGKILL')));
    await Promise.all(Object.values(bundles).map((bundle) => rm(bundle, { force: true })));
    await client.close();
    await mongod.stop();
  }, PATIENCE_MS);

  /** Kills one of some programs and starts another in its place. */
  async function replace(programs: StartedProgram[], start: () => Promise<StartedProgram>): Promise<void> {
    const [victim] = programs.splice(Math.floor(Math.random() * programs.length), 1);
    await victim?.end('SIGKILL');
    programs.push(await start());
  }

  const faults: Readonly<Record<Victim, () => Promise<void>>> = {
    relay: () => replace(relays, startRelay),
    writer: () => replace(writers, startWriter),
    mongod: () => mongod.killAndRestart(),
  };

  async function untilRelayed(): Promise<void> {
    const deadline = Date.now() + 120_000;
    const copies = async (): Promise<boolean> =>
      (await toy.collection('copies').countDocuments()) ===
      (await client.db('ledger').collection('entries').countDocuments());
    while ((await toy.collection('outbox').countDocuments()) > 0 || !(await copies())) {
      if (Date.now() > deadline) throw new Error('The outbox was not drained.');
      await pause(100);
    }
  }

  /** Every revision that is stored, current and earlier. */
  async function committed(): Promise<string[]> {
    const facts = await toy.collection<{ _id: string; record: { revision: number } }>('notices').find().toArray();
    const earlier = await toy.collection<{ _id: string }>('notices_revisions').find().toArray();
    return [
      ...facts.map(({ _id, record }) => `${_id}@${record.revision}`),
      ...earlier.map(({ _id }) => _id),
    ].toSorted();
  }

  async function withLedger<T>(work: (ledger: LedgerDatabase) => Promise<T>): Promise<T> {
    const connection = await openConnection(mongod.uri);
    try {
      return await work(await openLedger(connection));
    } finally {
      await connection.close();
    }
  }

  /** Each revision of a fact behind the one before it, and each exactly once. */
  async function expectComplete(): Promise<void> {
    const bodies = await client
      .db('ledger')
      .collection('bodies')
      .find<{ _id: number; event: string }>({})
      .sort({ _id: 1 })
      .toArray();
    const events = bodies.map(({ event }) => event);
    const revisions = await committed();
    expect(events.toSorted()).toEqual(revisions);
    const last = new Map<string, number>();
    for (const event of events) {
      const [fact = '', revision = ''] = event.split('@');
      expect(Number(revision)).toBe((last.get(fact) ?? 0) + 1);
      last.set(fact, Number(revision));
    }
    const noted = existsSync(notes) ? readFileSync(notes, 'utf8').split('\n').filter(Boolean) : [];
    const known = new Set(events);
    expect(noted.filter((revision) => !known.has(revision))).toEqual([]);
    const copies = await toy.collection<{ _id: number; event: string }>('copies').find().sort({ _id: 1 }).toArray();
    expect(copies).toEqual(bodies.map(({ _id, event }) => ({ _id, event })));
    expect(await checked()).toMatchObject({ isSound: true, head: events.length, faults: 0 });
  }

  /** The relays that live sign what is due; a killed one may have left that to the next, which takes it up within seconds. */
  async function checked(): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      const check = await withLedger(async (ledger) =>
        verifyLedger(readRecords(ledger, await publicKeys(folder), new Date())),
      );
      if (check.isSound || attempt === 30) return check;
      await pause(500);
    }
  }

  it(
    'leave exactly one entry for every committed change, without gaps, and a chain that verifies',
    async () => {
      const until = Date.now() + SECONDS * 1_000;
      const order: readonly Victim[] = ['relay', 'writer', 'relay', 'mongod'];
      // Each kind of victim at least once, however slow the machine is.
      for (let at = 0; Date.now() < until || at < order.length; at += 1) {
        await pause(Math.random() * 1_200);
        const victim = order[at < order.length ? at : Math.floor(Math.random() * order.length)] ?? 'relay';
        await faults[victim]();
        killed[victim] += 1;
      }
      await Promise.all(writers.map((writer) => writer.end('SIGKILL')));
      await untilRelayed();
      await expectComplete();
      const entries = await client.db('ledger').collection('entries').countDocuments();
      process.stdout.write(`killed: ${JSON.stringify(killed)}; ${entries} entries\n`);
      expect(Math.min(killed.relay, killed.writer, killed.mongod)).toBeGreaterThan(0);
      expect(entries).toBeGreaterThan(100);
    },
    PATIENCE_MS,
  );

  const long = LONG_SECONDS > 0 ? it : it.skip;
  long(
    'lose nothing where the oplog is written over while no relay runs',
    async () => {
      await Promise.all(relays.splice(0).map((relay) => relay.end('SIGKILL')));
      const { operationTime } = await client.db('admin').command({ ping: 1 });
      writers.push(await startWriter());
      await pause(3_000);
      await Promise.all(writers.splice(0).map((writer) => writer.end('SIGKILL')));
      const waiting = await toy.collection('outbox').countDocuments();
      expect(waiting).toBeGreaterThan(0);
      await writeOver(client, operationTime);
      relays.push(await startRelay());
      await untilRelayed();
      await expectComplete();
      process.stdout.write(`${waiting} events relayed after the oplog was written over\n`);
    },
    PATIENCE_MS,
  );
});

/** Fills the oplog until its first entry is newer than an instant. */
async function writeOver(client: MongoClient, since: unknown): Promise<void> {
  const junk = client.db('junk');
  const oplog = client.db('local').collection('oplog.rs');
  const first = () => oplog.findOne({ ts: { $lte: since } } as never, { sort: { $natural: 1 }, projection: { ts: 1 } });
  const filler = Buffer.alloc(8_000_000, 'x').toString();
  const deadline = Date.now() + 180_000;
  while ((await first()) !== null) {
    if (Date.now() > deadline) throw new Error('The oplog was not written over.');
    await junk.collection<{ filler: string }>('filler').insertMany(Array.from({ length: 4 }, () => ({ filler })));
    await junk.collection('filler').deleteMany({});
  }
  await junk.dropDatabase();
}
