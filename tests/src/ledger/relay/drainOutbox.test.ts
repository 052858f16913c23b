import { draftOf, SUBJECT } from '../../data/toyFacts.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

describe('draining an outbox', () => {
  let open: ToyLedger;

  beforeAll(async () => {
    open = await openToyLedger();
  });

  afterAll(async () => {
    await open.close();
  });

  beforeEach(async () => {
    await open.clear();
  });

  it('gives each revision one entry, in order, and empties the outbox', async () => {
    await open.write([draftOf({ number: '1', content: 'a' }), draftOf({ number: '2' })]);
    await open.write([draftOf({ number: '1', content: 'b' })], 'b2');

    expect(await open.relay(2)).toBe(3);

    const entries = await open.reader.after(0, 10);
    expect(entries.map(({ seq, body }) => [seq, body?.revision, body?.reason])).toEqual([
      [1, 1, 'CREATED'],
      [2, 1, 'CREATED'],
      [3, 2, 'CORRECTED'],
    ]);
    expect(entries[0]?.body).toMatchObject({ uscc: SUBJECT, department: 'toy', values: { content: 'a' } });
    expect(entries[0]?.body).not.toHaveProperty('before');
    expect(entries[2]?.body).toMatchObject({ old: { content: 'a' }, values: { content: 'b', number: '1' } });
    expect((await open.toy.stored()).outbox).toEqual([]);
    expect(await open.relay()).toBe(0);
  });

  it('appends nothing twice where it was broken off between appending and deleting', async () => {
    await open.write([draftOf({ number: '1' }), draftOf({ number: '2' })]);
    const events = await open.toy.database.outbox.find().toArray();
    await open.relay();
    const before = await open.entries();
    await open.toy.database.outbox.insertMany(events);
    await open.write([draftOf({ number: '3' })]);

    expect(await open.relay()).toBe(3);

    const after = await open.entries();
    expect(after).toHaveLength(3);
    expect(after.slice(0, 2)).toEqual(before);
  });

  it('composes what an old event says from the history, also after the fact went on', async () => {
    for (const [at, content] of ['a', 'b', 'c'].entries()) {
      await open.write([draftOf({ number: '1', content })], `b${at}`);
    }

    await open.relay(1);

    const entries = await open.reader.after(0, 10);
    expect(entries.map(({ body }) => [body?.values['content'], body?.old?.['content']])).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', 'b'],
    ]);
  });

  it('passes over events whose revision is gone', async () => {
    await open.write([draftOf({ number: '1' }), draftOf({ number: '2' })]);
    const [first] = (await open.toy.stored()).facts;
    await open.toy.database.db.collection<{ _id: string }>('notices').deleteOne({ _id: first?._id ?? '' });

    expect(await open.relay()).toBe(2);

    expect(await open.entries()).toHaveLength(1);
  });
});
