import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MongoClient, type Db } from 'mongodb';
import { migrateCommand } from '../../../gateway/commands/migrateCommand.ts';
import { projectRoot } from '../../../src/config/projectRoot.ts';
import { schemaRecordsOf } from '../../../src/migration/SchemaRecord.ts';
import { laterJudiciary, storeOldDefaulters, type TextIdDocument } from '../../kit/oldJudiciary.ts';
import { mongodEnvironment } from '../../kit/mongodConfig.ts';
import { testDatabase, type TestDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { runProduct } from '../../kit/runProduct.ts';
import { bundleProgram } from '../../kit/startProgram.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const FACTS = 2_000;
/** Earlier revisions included. */
const DOCUMENTS = FACTS * 1.25;
const KILLS = 2;
/** More than are moved at once, so that each that is killed has moved some. */
const KILLED_AFTER = 500;
/** What docs/operations.md has an operator type. */
const OPERATIONS = readFileSync(join(projectRoot(), 'docs', 'operations.md'), 'utf8');
const DOCUMENTED = Array.from(OPERATIONS.matchAll(/^credit-graph migrate (\w+)$/gm), ([, word = '']) => word);
const run = promisify(execFile);

describe('credit-graph migrate', () => {
  const folder = temporaryFolder();
  const databases = { killed: testDatabase(), newer: testDatabase() };
  let client: MongoClient;
  let bundle: string;

  const dbOf = ({ prefix }: TestDatabase): Db => client.db(`${prefix}judiciary`);
  const environmentOf = ({ uri, prefix }: TestDatabase): Record<string, string> => ({
    ...{ MONGODB_URI: uri, DATABASE_PREFIX: prefix, DATA_DIR: folder, LC_ALL: 'C', LOG_LEVEL: 'silent' },
  });
  /** The command of the later release in a process of its own, which may kill itself. */
  const migrate = async (database: TestDatabase, killAt: number, ...words: readonly string[]): Promise<string> => {
    const env = { ...mongodEnvironment(), ...environmentOf(database) };
    const { stdout } = await run(process.execPath, [bundle, String(killAt), ...words], { env });
    return stdout;
  };
  /** Has the judgments of a database be what a newer release wrote. */
  const newer = async (): Promise<Db> => {
    const db = dbOf(databases.newer);
    await schemaRecordsOf({ db }).replaceOne({ _id: 'judgments' }, { version: 1, newest: 2 }, { upsert: true });
    return db;
  };
  const movedBy = (out: string): number => (JSON.parse(out || '{"moved":0}') as { readonly moved: number }).moved;
  const stored = async (database: TestDatabase): Promise<readonly (readonly TextIdDocument[])[]> =>
    Promise.all(
      ['judgmentDefaulters', 'judgmentDefaulters_revisions'].map(async (name) =>
        dbOf(database).collection<TextIdDocument>(name).find().sort({ _id: 1 }).toArray(),
      ),
    );
  const laidOutAnew = (documents: readonly TextIdDocument[]): readonly TextIdDocument[] =>
    documents.map(({ caseNo, court, ...rest }) => ({
      ...rest,
      case: { no: String(caseNo), year: 2025, court: String(court) },
      schemaVersion: 3,
    }));

  beforeAll(async () => {
    client = await MongoClient.connect(databases.killed.uri);
    bundle = await bundleProgram('tests/kit/programs/migrateCourts.ts');
    await storeOldDefaulters(dbOf(databases.killed), FACTS);
  }, 30_000);
  afterAll(async () => {
    await Promise.all(Object.values(databases).map(async (one) => one.drop()));
    await client.close();
    await rm(bundle);
  });

  it('shows what would be moved, and goes on where it was killed until all is moved once', async () => {
    const { killed } = databases;
    const before = await stored(killed);
    const load = async () => Promise.resolve([laterJudiciary()]);
    const plan = await runCommand(migrateCommand(load), ['plan'], environmentOf(killed));
    expect(plan).toBe(
      'collection                    from  to  documents  steps\n' +
        `judiciary.judgmentDefaulters  1     3   2,500      the number of the case beside its year; the court beside it\n`,
    );
    expect(await stored(killed)).toEqual(before);
    const killedAt: number[] = [];
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const killAt = KILLED_AFTER + 1 + Math.floor(Math.random() * KILLED_AFTER);
      const death = migrate(killed, killAt, kill === 1 ? 'run' : 'resume');
      await expect(death).rejects.toMatchObject({ signal: 'SIGKILL' });
      const counts = (await stored(killed)).map((all) => all.filter((one) => one['schemaVersion'] === 3).length);
      killedAt.push(counts.reduce((sum, count) => sum + count, 0));
    }
    process.stdout.write(
      `migration killed ${KILLS} times, with ${killedAt.join(', ')} of ${DOCUMENTS} documents moved\n`,
    );
    expect(killedAt).toEqual([500, 1_000]);
    const rest = movedBy(await migrate(killed, -1, 'resume', '--json'));
    expect(rest).toBe(DOCUMENTS - (killedAt.at(-1) ?? 0));
    expect(await stored(killed)).toEqual(before.map(laidOutAnew));
    const record = await schemaRecordsOf({ db: dbOf(killed) }).findOne({ _id: 'judgmentDefaulters' });
    expect(record).toMatchObject({ version: 3, newest: 3, finished: [{ from: 1, to: 3 }] });
    expect(DOCUMENTED).toEqual(['plan', 'run']);
    for (const word of DOCUMENTED)
      expect(await runCommand(migrateCommand(load), [word], environmentOf(killed))).toBe(
        'All documents are of the schema versions that this release reads.\n',
      );
  }, 60_000);

  it.each([['start'], ['subgraph', 'judiciary']])(
    'lets no %s of this release work on what a newer one wrote',
    async (...words) => {
      const db = await newer();
      const { code, err } = await runProduct(words, { ...environmentOf(databases.newer), PORT: '0' });
      expect([code, err]).toEqual([
        1,
        `Documents of judiciary.judgments in the database ${db.databaseName} are of schema version 2; this release knows 1.\n` +
          '  SCHEMA_NEWER: Start the release that wrote them, or a newer one; an older one would misread them.\n',
      ]);
      const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
      expect(names.filter((name) => name !== 'start_check')).toEqual(['schema_versions']);
    },
    30_000,
  );

  it('moves nothing there', async () => {
    await newer();
    const refused = runCommand(migrateCommand(), ['run'], environmentOf(databases.newer));
    await expect(refused).rejects.toMatchObject({ code: 'SCHEMA_NEWER', details: { found: 2, known: 1 } });
  });
});
