import { MongoServerError } from 'mongodb';
import { setTimeout as wait } from 'node:timers/promises';
import type { WriteSetting } from '../../../src/data/planWrite.ts';
import { revisionId, writeFacts } from '../../../src/data/writeFacts.ts';
import { draftOf, openToyDatabase, toyFacts, type ToyDatabase } from './toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const PERSON: WriteSetting = {
  origin: { source: 'mutation', operator: 'li@toy', receivedAt: new Date('2026-06-15T04:00:00Z') },
  reason: 'CORRECTED',
  neverHas: new Set(),
};
const WRITERS = Array.from({ length: 24 }, (_, number) => String(number));

function write(rows: readonly Readonly<Record<string, string>>[], setting = PERSON) {
  return writeFacts(
    toy.database,
    toyFacts,
    rows.map((row, at) => draftOf(row, at + 1)),
    setting,
  );
}

describe('many writers at once', () => {
  it('of one new fact make one fact: each different text is one revision with one event, none is lost', async () => {
    const written = (await Promise.all(WRITERS.map((content) => write([{ number: '1', content }])))).flat();
    expect(written.filter(({ outcome }) => outcome === 'CREATED')).toHaveLength(1);
    expect(written.filter(({ outcome }) => outcome === 'CHANGED')).toHaveLength(WRITERS.length - 1);
    const { facts, revisions, outbox } = await toy.stored();
    const numbers = WRITERS.map((_, at) => at + 1);
    expect(facts.map(({ record }) => record.revision)).toEqual([WRITERS.length]);
    expect(revisions.map(({ record }) => record.revision).sort((one, other) => one - other)).toEqual(
      numbers.slice(0, -1),
    );
    const events = outbox.map(({ revision }) => revision).sort((one, other) => one - other);
    expect(events).toEqual(numbers);
    expect([...facts, ...revisions].map((document) => document.content).sort()).toEqual(WRITERS.toSorted());
    expect(written.map(({ document }) => document.record.revision).sort((one, other) => one - other)).toEqual(numbers);
  });

  it('of the same new fact with the same text make one revision', async () => {
    const written = (await Promise.all(WRITERS.map(() => write([{ number: '1', content: '同' }])))).flat();
    expect(written.map(({ outcome }) => outcome).sort()).toEqual([
      'CREATED',
      ...Array<string>(WRITERS.length - 1).fill('UNCHANGED'),
    ]);
    const { facts, revisions, outbox } = await toy.stored();
    expect([facts.length, revisions.length, outbox.length]).toEqual([1, 0, 1]);
  });

  it('of batches that overlap lose no row and double none', async () => {
    const batches = WRITERS.slice(0, 8).map((_, shift) =>
      Array.from({ length: 40 }, (__, at) => ({ number: String(shift * 10 + at), content: '文' })),
    );
    await Promise.all(batches.map((rows) => write(rows)));
    const { facts, revisions, outbox } = await toy.stored();
    expect([facts.length, revisions.length, outbox.length]).toEqual([110, 0, 110]);
  });
});

describe('a fact that another transaction holds', () => {
  it('is written once that lets it go, on top of what it wrote', async () => {
    await write([{ number: '1', content: '一' }]);
    const { id } = draftOf({ number: '1' });
    const facts = toy.database.facts(toyFacts);
    await toy.database.withSession(async (session) => {
      session.startTransaction();
      const update = { $set: { 'record.disputed': true }, $inc: { 'record.revision': 1 } };
      const replaced = await facts.findOneAndUpdate({ _id: id }, update, { session });
      if (replaced === null) throw new Error('There is no such fact');
      const revision = { ...replaced, _id: revisionId(replaced), fact: id };
      await toy.database.revisions(toyFacts).insertOne(revision, { session });
      const writing = write([{ number: '1', content: '二' }]);
      await wait(300);
      await session.commitTransaction();
      expect((await writing).map(({ outcome }) => outcome)).toEqual(['CHANGED']);
    });
    expect((await toy.stored()).facts).toMatchObject([{ content: '二', record: { revision: 3, disputed: true } }]);
  });
});

describe('facts, history and outbox', () => {
  it.each(['outbox', 'notices_revisions'])('are written together or not at all: %s refuses', async (refusing) => {
    await write([{ number: '1', content: '旧' }]);
    const before = await toy.stored();
    const { db } = toy.database;
    await db.command({ collMod: refusing, validator: { never: true } });
    try {
      const writing = write([{ number: '1', content: '新' }, { number: '2' }]);
      await expect(writing).rejects.toThrow(MongoServerError);
      await expect(writing).rejects.toMatchObject({ code: 121 });
      expect(await toy.stored()).toEqual(before);
    } finally {
      await db.command({ collMod: refusing, validator: {} });
    }
    expect((await write([{ number: '1', content: '新' }, { number: '2' }])).map(({ outcome }) => outcome)).toEqual([
      'CHANGED',
      'CREATED',
    ]);
  });
});
