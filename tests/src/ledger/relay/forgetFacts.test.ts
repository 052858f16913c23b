import { removeSample } from '../../../../src/sample/removeSample.ts';
import { SAMPLE_SOURCE } from '../../../../src/sample/sampleMark.ts';
import { readRecords } from '../../../../src/ledger/verify/readRecords.ts';
import { verifyLedger } from '../../../../src/ledger/verify/verifyLedger.ts';
import { writeFacts } from '../../../../src/data/writeFacts.ts';
import { NOW } from '../../../kit/department.ts';
import { draftOf, SUBJECT, toyFacts } from '../../data/toyFacts.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

describe('facts that are taken out of their department altogether', () => {
  let open: ToyLedger;

  beforeAll(async () => {
    open = await openToyLedger();
  });

  afterAll(async () => {
    await open.close();
  });

  const load = async (content: string): Promise<void> => {
    const drafts = ['1', '2'].map((number) => draftOf({ number, content }));
    const origin = { batch: 'sample', source: SAMPLE_SOURCE, operator: 'sample@toy', receivedAt: NOW };
    await writeFacts(open.toy.database, toyFacts, drafts, { origin, reason: 'CORRECTED', neverHas: new Set() });
  };
  const remove = (): Promise<number> => removeSample([open.department]);
  const told = async () =>
    (await open.reader.after(0, 100)).map(({ seq, body }) => [seq, body?.reason, body?.values['content']]);

  it('are told to those who follow, erased from the ledger, and may come again and go again', async () => {
    await load('a');
    await open.relay();
    expect(await remove()).toBe(2);
    expect((await open.reader.pendingFacts(2, [SUBJECT])).size).toBe(2);
    await open.relay();
    expect(await told()).toEqual([
      [1, undefined, undefined],
      [2, undefined, undefined],
      [3, 'ANNULLED', undefined],
      [4, 'ANNULLED', undefined],
    ]);
    const [farewell] = await open.reader.after(2, 1);
    expect(farewell?.body).toMatchObject({ uscc: SUBJECT, record: { state: 'DELETED' }, values: {} });
    expect(farewell?.body?.before).toMatchObject({ uscc: SUBJECT, record: { state: 'ACTIVE', usageScope: 'PUBLIC' } });

    await load('b');
    await open.relay();
    expect((await told()).slice(4)).toEqual([
      [5, 'CREATED', 'b'],
      [6, 'CREATED', 'b'],
    ]);
    await remove();
    await load('c');
    await open.relay(1);
    const last = await told();
    expect(last.slice(4).map(([, reason, content]) => [reason, content])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['ANNULLED', undefined],
      ['ANNULLED', undefined],
      ['CREATED', 'c'],
      ['CREATED', 'c'],
    ]);
    expect(await verifyLedger(readRecords(open.ledger, [], NOW))).toMatchObject({ isSound: true, withheld: 4 });
  });

  it('say nothing where the ledger never heard of them', async () => {
    await remove();
    await open.relay();
    await open.clear();
    await load('d');
    await remove();
    expect(await open.relay()).toBe(2);
    expect(await open.reader.head()).toBe(0);
  });

  it('are told once where it was broken off before the outbox was emptied', async () => {
    await open.clear();
    await load('e');
    await open.relay();
    await remove();
    const events = await open.toy.database.outbox.find().toArray();
    await open.relay();
    await open.toy.database.outbox.insertMany(events);
    await open.relay();
    expect((await told()).map(([, reason]) => reason)).toEqual([undefined, undefined, 'ANNULLED', 'ANNULLED']);
  });
});
