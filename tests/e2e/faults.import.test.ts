import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { loadDepartments } from '../../gateway/departments.ts';
import { businessHash, type BusinessHash } from '../kit/businessHash.ts';
import { runProduct, spawnProduct, type SpawnedProduct } from '../kit/runProduct.ts';
import { startKillableMongod, type KillableMongod } from '../kit/startKillableMongod.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

/** Set it for the long form: a city whose file has a million rows, or of as many enterprises as `FAULTS_ENTERPRISES` says. */
const IS_LONG = Number(process.env['FAULTS_SECONDS'] ?? 0) > 0;
const ENTERPRISES = Number(process.env['FAULTS_ENTERPRISES'] ?? (IS_LONG ? 115_000 : 800));
const KILLS = IS_LONG ? 20 : 4;
/** What a killed import leaves open holds its facts so long, in seconds; MongoDB's own minute would be most of the test's time. */
const TRANSACTIONS_LIVE = IS_LONG ? 60 : 6;
const MOST_RSS_MB = 400;
const PATIENCE_MS = IS_LONG ? 4 * 3_600_000 : 420_000;

/** Two databases for the same city. */
type Prefix = 'undisturbed_' | 'killed_';

describe(`the import of a city of ${ENTERPRISES} enterprises`, () => {
  const folder = temporaryFolder();
  const file = join(folder, 'city.jsonl.gz');
  let mongod: KillableMongod;
  let names: readonly string[];
  let client: MongoClient;
  let undisturbed: BusinessHash;
  let rows: number;

  const start = (prefix: Prefix): SpawnedProduct => {
    const environment = { MONGODB_URI: mongod.uri, DATABASE_PREFIX: prefix, DATA_DIR: join(folder, prefix) };
    return spawnProduct(['import', 'all', file, '--json'], environment);
  };
  const hashOf = async (prefix: Prefix): Promise<BusinessHash> => businessHash(client, prefix, names);
  /** Facts and events that are stored by now; an estimate is enough. */
  const storedIn = async (prefix: Prefix): Promise<number> => {
    const counts = await Promise.all(
      names.map(async (name) => client.db(`${prefix}${name}`).collection('outbox').estimatedDocumentCount()),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };

  beforeAll(async () => {
    names = (await loadDepartments()).map(({ name }) => name);
    mongod = await startKillableMongod('--setParameter', `transactionLifetimeLimitSeconds=${TRANSACTIONS_LIVE}`);
    client = await MongoClient.connect(mongod.uri);
    const words = [
      'sample',
      '--enterprises',
      String(ENTERPRISES),
      '--seed',
      '7',
      '--as-of',
      '2026-06-15',
      '--out',
      file,
    ];
    const began = performance.now();
    expect(await runProduct(words, {})).toMatchObject({ code: 0 });
    const megabytes = (statSync(file).size / 1_048_576).toFixed(0);
    process.stdout.write(`file of ${megabytes} MB written in ${((performance.now() - began) / 1_000).toFixed(1)} s\n`);
  }, PATIENCE_MS);
  afterAll(async () => {
    await client.close();
    await mongod.stop();
  }, PATIENCE_MS);

  it(
    'needs little memory however long the file is',
    async () => {
      const began = performance.now();
      const { code, out, err, peakRssMb } = await start('undisturbed_').ended;
      const seconds = (performance.now() - began) / 1_000;
      expect([code, err]).toEqual([0, '']);
      const reports = out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { read: number; quarantined: number });
      rows = reports.reduce((sum, { read }) => sum + read, 0);
      undisturbed = await hashOf('undisturbed_');
      process.stdout.write(
        `${rows} rows in ${reports.length} collections: ${seconds.toFixed(1)} s, ${(rows / seconds).toFixed(0)} rows/s, ` +
          `peak RSS ${peakRssMb.toFixed(0)} MB\n`,
      );
      expect(reports.filter(({ quarantined }) => quarantined > 0)).toEqual([]);
      expect(rows).toBeGreaterThan(ENTERPRISES * 8);
      expect(peakRssMb).toBeLessThan(MOST_RSS_MB);
    },
    PATIENCE_MS,
  );

  /** Has two bring the same file at once, and kills both at random points of the way, in their order. */
  it(
    'ends in the same database where two bring the file at once and are killed again and again',
    async () => {
      const points = Array.from({ length: KILLS / 2 }, () => Math.random() * 0.9 * rows).toSorted((a, b) => a - b);
      const killedAt: number[] = [];
      for (const point of points) {
        const running = [start('killed_'), start('killed_')];
        const over = new AbortController();
        void Promise.all(running.map(async ({ ended }) => ended)).then(() => {
          over.abort();
        });
        while (!over.signal.aborted && (await storedIn('killed_')) < point) await pause(10);
        for (const one of running) {
          killedAt.push(await storedIn('killed_'));
          await one.end('SIGKILL');
        }
      }
      expect(killedAt.filter((stored) => stored < rows).length).toBeGreaterThan(0);
      const last = await Promise.all([start('killed_').ended, start('killed_').ended]);
      expect(last.map(({ code, err }) => [code, err])).toEqual([
        [0, ''],
        [0, ''],
      ]);
      const counts = Object.keys(undisturbed.counts).length;
      process.stdout.write(
        `imports killed ${KILLS} times, at ${killedAt.join(', ')} of ${rows} rows; ${counts} collections compared\n`,
      );
      expect(await hashOf('killed_')).toEqual(undisturbed);
    },
    PATIENCE_MS,
  );
});
