import { setTimeout as pause } from 'node:timers/promises';
import { connectDepartments } from '../../../gateway/connectDepartments.ts';
import { departmentGraph } from '../../../gateway/departmentGraph.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { collectionId } from '../../../src/data/FactCollection.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { publicKeys } from '../../../src/identity/publicKeys.ts';
import type { Duty, Follower } from '../../../src/ledger/Follower.ts';
import { startLedgerWork, type LedgerWork } from '../../../src/ledger/startLedgerWork.ts';
import { readRecords } from '../../../src/ledger/verify/readRecords.ts';
import { verifyLedger } from '../../../src/ledger/verify/verifyLedger.ts';
import { loadSample } from '../../../src/sample/loadSample.ts';
import { NOW } from '../../kit/department.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

/** What a follower of the test has been given, by the process that gave it. */
interface Seen {
  readonly process: string;
  readonly seqs: readonly number[];
}

describe('the ledger at work in two processes at once', () => {
  const server = testDatabase();
  const folder = temporaryFolder();
  const seen: Seen[] = [];
  const duties: string[] = [];
  const stops: (() => Promise<void>)[] = [];
  let works: readonly LedgerWork[];
  let cities: readonly Awaited<ReturnType<typeof connectDepartments>>[];

  const start = async (process: string) => {
    const follower: Follower = {
      ...{ name: 'seen', version: '1' },
      apply: async (entries) => {
        await pause(1);
        seen.push({ process, seqs: entries.map(({ seq }) => seq) });
      },
    };
    const duty: Duty = { name: 'count', everyMs: 60_000, run: () => Promise.resolve(void duties.push(process)) };
    const departments = (await loadDepartments()).map((department) =>
      department.name === 'registry' ? { ...department, followers: [follower], duties: [duty] } : department,
    );
    const settings = { departmentMongodbUris: {}, databasePrefix: server.prefix };
    const city = await connectDepartments(departments, settings, server.uri);
    const graph = departmentGraph();
    const work = startLedgerWork(city.subgraphs, {
      ...city,
      graphOf: (name) => graph.clientOf(name),
      checkpointKey: await openKeyPair(folder, 'checkpoints'),
      logger: silent,
      clock: () => NOW,
    });
    stops.push(async () => {
      await work.stop();
      await city.close();
    });
    return { city, work };
  };

  beforeAll(async () => {
    const started = [await start('one'), await start('two')];
    cities = started.map(({ city }) => city);
    works = started.map(({ work }) => work);
    const [city] = cities;
    await loadSample({ subgraphs: city?.subgraphs ?? [], enterprises: 60, seed: 7, asOf: '2026-06-15' });
    await Promise.all(works.map((work) => work.settled()));
  }, 60_000);

  afterAll(async () => {
    for (const stop of stops) await stop().catch(() => undefined);
    await server.drop();
  });

  it('gives every revision of every department one entry, of whichever kind it is', async () => {
    const [city] = cities;
    if (city === undefined) throw new Error('There is no city.');
    const expected: string[] = [];
    for (const { database, collections } of city.subgraphs) {
      for (const collection of Object.values(collections)) {
        const facts = await database.facts(collection).find().toArray();
        const earlier = await database.revisions(collection).find().toArray();
        expected.push(
          ...facts.map(({ _id, record }) => `${collectionId(collection)} ${_id}@${record.revision}`),
          ...earlier.map(({ _id }) => `${collectionId(collection)} ${_id}`),
        );
      }
    }
    const bodies = await city.ledger.bodies.find().toArray();
    const found = bodies.map(({ event, body }) => `${body?.department ?? ''}.${body?.collection ?? ''} ${event}`);
    expect(found.length).toBeGreaterThan(300);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('gives a follower every entry once and in order, in one process', async () => {
    const head = (await cities[0]?.reader.head()) ?? 0;
    expect(seen.flatMap(({ seqs }) => seqs)).toEqual(Array.from({ length: head }, (_, at) => at + 1));
    expect(new Set(seen.map(({ process }) => process)).size).toBe(1);
    expect(new Set(duties).size).toBe(1);
  });

  it('signs the last entry at the end, hands its work over, and the chain verifies', async () => {
    const [holder = ''] = seen.map(({ process }) => process);
    const [first, second] = holder === 'one' ? [0, 1] : [1, 0];
    await stops[first]?.();
    const city = cities[second];
    if (city === undefined) throw new Error('There is no other city.');
    const verified = async (liveAt?: Date) =>
      verifyLedger(readRecords(city.ledger, await publicKeys(folder), NOW), liveAt === undefined ? {} : { liveAt });
    const check = await verified();
    expect(check).toMatchObject({ isSound: true, signedUpTo: check.head, withheld: 0 });

    await loadSample({ subgraphs: city.subgraphs, enterprises: 61, seed: 8, asOf: '2026-06-15' });
    await works[second]?.settled();
    expect(await city.reader.head()).toBeGreaterThan(check.head);
    expect(seen.at(-1)?.process).not.toBe(holder);
    // Nobody has stopped since: a checkpoint may still be on its way, by the clock of the entries.
    expect((await verified(NOW)).isSound).toBe(true);
  }, 30_000);
});
