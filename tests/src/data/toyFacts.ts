import type { Connection } from 'mongoose';
import { departmentDatabase, openConnection, type DepartmentDatabase } from '../../../src/data/DepartmentDatabase.ts';
import { defineCollection } from '../../../src/data/FactCollection.ts';
import { date } from '../../../src/data/fields/date.ts';
import { money } from '../../../src/data/fields/number.ts';
import { text } from '../../../src/data/fields/text.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';
import type { FactDocument } from '../../../src/data/FactDocument.ts';
import type { FactDraft } from '../../../src/data/FactDraft.ts';
import type { OutboxEvent } from '../../../src/data/outbox.ts';
import { testDatabase } from '../../kit/mongo.ts';

/** A kind of fact that no department has, for tests of the kernel alone. */
export const toyFacts = defineCollection({
  department: 'toy',
  name: 'notices',
  type: 'Notice',
  title: '通知',
  description: 'A notice.',
  kind: 'FACT',
  naturalKey: ['subject', 'number'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 3,
  fields: {
    number: text({ title: '编号', description: 'Number of the notice.' }, 20, { required: true }),
    content: text({ title: '内容', description: 'What it says.' }, 200),
    amount: money({ title: '金额', description: 'An amount in yuan.' }, '元'),
    noticedOn: date({ title: '日期', description: 'Day of the notice.' }, { required: true }),
  },
  rules: ({ noticedOn }, { publishedOn }) => ({ decidedOn: noticedOn, publishedOn }),
});

/** The enterprise that all notices are about. */
export const SUBJECT = '91350100705362917E';

/** A stored notice. */
export type Notice = FactDocument<typeof toyFacts.fields>;

/** What a database holds. */
export interface Stored {
  readonly facts: readonly Notice[];
  readonly revisions: readonly Notice[];
  readonly outbox: readonly OutboxEvent[];
}

/** The database of the toy department on the test server. */
export interface ToyDatabase {
  readonly database: DepartmentDatabase;
  readonly connection: Connection;
  /** Everything that is stored: facts, replaced revisions and outbox events, each in order of their ids. */
  stored(): Promise<Stored>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the toy department's database, with its indexes.
 *
 * @param server - the run's server unless a test has one of its own
 */
export async function openToyDatabase(server = testDatabase()): Promise<ToyDatabase> {
  const connection = await openConnection(server.uri);
  const database = departmentDatabase(connection, 'toy', [toyFacts], server.prefix);
  await database.ensureIndexes();
  const inOrder = { sort: { _id: 1 } } as const;
  return {
    database,
    connection,
    async stored() {
      const [facts, revisions, outbox] = await Promise.all([
        database.facts(toyFacts).find<Notice>({}, inOrder).toArray(),
        database.revisions(toyFacts).find<Notice>({}, inOrder).toArray(),
        database.outbox.find({}, inOrder).toArray(),
      ]);
      return { facts, revisions, outbox };
    },
    async clear() {
      await Promise.all([
        database.facts(toyFacts).deleteMany({}),
        database.revisions(toyFacts).deleteMany({}),
        database.outbox.deleteMany({}),
      ]);
    },
    async close() {
      await server.drop();
      await connection.close();
    },
  };
}

/**
 * Judges a row as an import would.
 *
 * @param row - raw values; what is not given is filled in
 * @param number - its row in the file
 */
export function draftOf(row: Readonly<Record<string, string>>, number?: number): FactDraft {
  const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: {}, flags: [] };
  const verdict = judgeFact(toyFacts, { subjectUscc: SUBJECT, noticedOn: '2026-06-01', ...row }, setting, number);
  if ('faults' in verdict) throw new Error(JSON.stringify(verdict.faults));
  return verdict.draft;
}
