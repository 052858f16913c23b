import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Db } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';
import { COMMANDS } from '../../gateway/commands/allCommands.ts';
import { migrateCommand } from '../../gateway/commands/migrateCommand.ts';
import { openAuditDatabase, type AuditDatabase } from '../../src/audit/AuditDatabase.ts';
import { schemaRecordsOf } from '../../src/migration/SchemaRecord.ts';
import { testDatabase } from '../kit/mongo.ts';
import { laterJudiciary, oldDefaulters, type TextIdDocument } from '../kit/oldJudiciary.ts';
import { runCommand } from '../kit/runCommand.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

/** One run of a command that writes. */
interface WritingRun {
  /** What is typed behind the command. */
  readonly words: readonly string[] | (() => readonly string[]);
  /** Names of the operations that the log then holds. */
  readonly recorded: readonly string[] | (() => readonly string[]);
  /** Done before. */
  readonly before?: () => Promise<unknown>;
  /** The command of another release. */
  readonly command?: () => Command;
}

/** What `recorded` says of a command that changes nothing, with what is typed to have it read; or why it is not run here. */
type Row = readonly WritingRun[] | { readonly reads: readonly string[] } | 'SERVES' | 'BUILDS' | 'MATCHES_FILES';

const folder = temporaryFolder();
const server = testDatabase();
const environment = {
  ...{ MONGODB_URI: server.uri, DATABASE_PREFIX: server.prefix, DATA_DIR: folder },
  ...{ LOG_LEVEL: 'silent', LC_ALL: 'C' },
};
const LISTINGS = 'registry.abnormalListings';
const listings = join(folder, 'listings.csv');
const sheet = join(folder, 'sheet.csv');
/** Gives what the commands of a client printed. */
const given = { client: '', credential: '' };
const visible = (): string => given.credential.slice(0, 16);
const later = (): Command => migrateCommand(async () => Promise.resolve([laterJudiciary()]));

/** All commands, in the order in which they are run here. */
const ROWS: Readonly<Record<string, Row>> = {
  import: [{ words: [LISTINGS, listings], recorded: [`import ${LISTINGS}`] }],
  link: [{ words: [LISTINGS], recorded: [`link ${LISTINGS}`] }],
  'quarantine list': { reads: [] },
  'quarantine export': { reads: [LISTINGS, sheet] },
  'quarantine replace': [{ words: [LISTINGS, sheet], recorded: [`quarantine replace ${LISTINGS}`] }],
  'quarantine replay': [{ words: [LISTINGS], recorded: [`quarantine replay ${LISTINGS}`] }],
  unlinked: { reads: [LISTINGS] },
  'search rebuild': [{ words: [], recorded: ['search rebuild'] }],
  sample: [
    { words: ['--enterprises', '1'], recorded: ['sample'] },
    { words: ['--remove'], recorded: ['sample --remove'] },
  ],
  'clients create': [{ words: ['某系统'], recorded: ['clients create'] }],
  'clients list': { reads: [] },
  'clients add': [{ words: () => [given.client], recorded: () => [`clients add ${given.client}`] }],
  'clients rotate': [{ words: () => [visible()], recorded: () => [`clients rotate ${visible()}`] }],
  'clients revoke': [{ words: () => [given.client], recorded: () => [`clients revoke ${given.client}`] }],
  'keys list': { reads: [] },
  'keys rotate': [{ words: ['reports'], recorded: ['keys rotate reports'] }],
  token: [{ words: ['--department', 'registry'], recorded: ['token'] }],
  'ledger status': { reads: [] },
  'ledger verify': { reads: [] },
  'ledger export': { reads: [join(folder, 'ledger.jsonl')] },
  'ledger withhold': [{ words: ['1', '--reason', 'court order'], recorded: ['ledger withhold 1'] }],
  'audit verify': { reads: [] },
  'audit expire': [{ words: [], recorded: ['audit expire'] }],
  template: { reads: ['registry.enterprises', join(folder, 'template.xlsx')] },
  dictionary: { reads: [] },
  'migrate plan': { reads: [] },
  // The last ones: afterwards the database is of a later release.
  'migrate resume': [
    { words: ['resume'], recorded: ['migrate resume judiciary'], before: begunMigration, command: later },
  ],
  'migrate run': [{ words: ['run'], recorded: ['migrate run judiciary'], before: olderFacts, command: later }],
  start: 'SERVES',
  subgraph: 'SERVES',
  gateway: 'SERVES',
  compose: 'BUILDS',
  match: 'MATCHES_FILES',
};

/** Digest of a collection without documents: MD5 of nothing. */
const EMPTY = 'd41d8cd98f00b204e9800998ecf8427e';

let connection: Connection;
let audit: AuditDatabase;

beforeAll(async () => {
  connection = await mongoose.createConnection(server.uri).asPromise();
  audit = await openAuditDatabase(connection, server.prefix);
  const header = '主体名称,统一社会信用代码,列入事由,列入日期,列入决定机关';
  writeFileSync(listings, `${header}\n甲公司,,未公示,2025-07-08,某局\n乙公司,,未公示,某日,某局\n`);
});
afterAll(async () => {
  await connection.close();
  await server.drop();
});

describe('the commands', () => {
  it('are all known here, as what writes or as what does not', async () => {
    expect((await allPaths()).toSorted()).toEqual(Object.keys(ROWS).toSorted());
  });

  it.each(Object.entries(ROWS).filter(([, row]) => typeof row !== 'string'))(
    '%s',
    async (path, row) => {
      if (typeof row === 'string') return;
      if ('reads' in row) {
        const before = await stored();
        expect([await recordedBy(() => run(path, row.reads)), await stored()]).toEqual([[], before]);
        return;
      }
      for (const { words, recorded, before, command } of row) {
        await before?.();
        const typed = typeof words === 'function' ? words() : words;
        const names = typeof recorded === 'function' ? recorded() : recorded;
        const found = await recordedBy(() => run(path, typed, command));
        expect(found).toEqual(names.flatMap((name) => [`BEGUN ${name}`, `ENDED ${name}`]));
      }
    },
    60_000,
  );
});

/** Every command that does something, by its words; those that only hold others left out. */
async function allPaths(): Promise<readonly string[]> {
  const leaves = (command: Command, before: string): readonly string[] => {
    const path = `${before}${command.name()}`;
    return command.commands.length === 0 ? [path] : command.commands.flatMap((one) => leaves(one, `${path} `));
  };
  const all: string[] = [];
  for (const load of COMMANDS.values()) all.push(...leaves(await load(), ''));
  return all;
}

async function run(path: string, typed: readonly string[], command?: () => Command): Promise<void> {
  const [name = '', ...inner] = path.split(' ');
  const made = command?.() ?? (await COMMANDS.get(name)?.());
  if (made === undefined) throw new Error(`There is no command ${name}`);
  const { exitCode } = process;
  const out = await runCommand(made, [...(command === undefined ? inner : []), ...typed], environment);
  // What there is nothing to withhold of ends with 1.
  process.exitCode = exitCode;
  for (const [, part, text] of out.matchAll(/^(client|credential): (\S+)$/gm))
    Object.assign(given, { [String(part)]: text });
}

/** Runs something, and tells the stage and name of each record that it leaves, with the codes of those that failed. */
async function recordedBy(work: () => Promise<void>): Promise<readonly string[]> {
  const before = await audit.records.find().toArray();
  const known = new Set(before.map(({ _id }) => _id));
  await work();
  const records = (await audit.records.find().sort({ _id: 1 }).toArray()).filter(({ _id }) => !known.has(_id));
  const names = new Map((await audit.operations.find().toArray()).map(({ _id, name }) => [_id, name]));
  return records.map(({ stage, operation, codes }) => [stage, names.get(operation), ...codes].join(' '));
}

/** Digests of all that the databases hold, but for what each start writes to see whether it can. */
async function stored(): Promise<readonly string[]> {
  const client = connection.getClient();
  const { databases } = await client.db().admin().listDatabases();
  const own = databases.map(({ name }) => name).filter((name) => name.startsWith(server.prefix));
  const digests = own.map(async (name) => {
    const { collections } = await client.db(name).command({ dbHash: 1 });
    return Object.entries(collections as Readonly<Record<string, string>>).map(
      ([collection, digest]) => `${name}.${collection} ${digest}`,
    );
  });
  return (await Promise.all(digests)).flat().filter((line) => !line.endsWith(EMPTY) && !line.includes('.start_check '));
}

function courts(): Db {
  return connection.getClient().db(`${server.prefix}judiciary`);
}

async function begunMigration(): Promise<void> {
  await courts()
    .collection<TextIdDocument>('judgmentDefaulters')
    .insertMany([...oldDefaulters(1)]);
  const migration = { to: 3, begunAt: new Date(), begunBy: 'tester', movedUpTo: {}, moved: 0 };
  const record = { version: 1, newest: 3, migration };
  await schemaRecordsOf({ db: courts() }).replaceOne({ _id: 'judgmentDefaulters' }, record, { upsert: true });
}

async function olderFacts(): Promise<void> {
  await courts()
    .collection<TextIdDocument>('judgmentDefaulters')
    .insertMany([...oldDefaulters(1, 1)]);
}
