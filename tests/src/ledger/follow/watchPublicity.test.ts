import type { PublicityDocument } from '../../../../src/data/FactDocument.ts';
import type { FactDraft } from '../../../../src/data/FactDraft.ts';
import { watchPublicity } from '../../../../src/ledger/follow/watchPublicity.ts';
import { draftOf, toyFacts } from '../../data/toyFacts.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

/** Noon of a day in Fuzhou. */
const noon = (day: string): Date => new Date(`${day}T04:00:00Z`);

describe('watching publicity', () => {
  let open: ToyLedger;

  const notice = (number: string, publicity: PublicityDocument): FactDraft => ({ ...draftOf({ number }), publicity });
  const watch = (now: Date): Promise<number> => watchPublicity(open.toy.database, [toyFacts], now);
  const told = async (): Promise<unknown[]> => {
    await open.relay();
    const entries = await open.reader.after(0, 100);
    return entries.flatMap(({ body }) =>
      body === undefined || ['CREATED', 'CORRECTED'].includes(body.reason)
        ? []
        : [[body.values['number'], body.reason]],
    );
  };

  beforeAll(async () => {
    open = await openToyLedger();
  });

  afterAll(async () => {
    await open.close();
  });

  beforeEach(async () => {
    await open.clear();
    await open.toy.database.db.collection('positions').deleteMany({});
  });

  it('tells of an end on the day after the last public day, at midnight in Fuzhou', async () => {
    await open.write([notice('1', { from: '2026-06-01', until: '2026-06-20' })]);
    expect(await watch(noon('2026-06-15'))).toBe(0);
    expect(await watch(noon('2026-06-20'))).toBe(0);
    expect(await watch(new Date('2026-06-20T15:59:59.999Z'))).toBe(0);
    expect(await watch(new Date('2026-06-20T16:00:00Z'))).toBe(1);
    expect(await watch(noon('2026-06-22'))).toBe(0);
    expect(await told()).toEqual([['1', 'EXPIRED']]);
  });

  it('tells of a beginning on the first public day', async () => {
    await open.write([notice('1', { from: '2026-06-20', until: '2029-06-20' })]);
    expect(await watch(noon('2026-06-15'))).toBe(0);
    expect(await watch(noon('2026-06-19'))).toBe(0);
    expect(await watch(noon('2026-06-20'))).toBe(1);
    expect(await told()).toEqual([['1', 'PUBLICITY_STARTED']]);
  });

  it('makes up for days on which nobody looked', async () => {
    await open.write([
      notice('1', { from: '2026-06-18', until: '2026-06-25' }),
      notice('2', { from: '2026-06-01', until: '2026-06-15' }),
      notice('3', { from: '2026-06-01', until: '2026-07-01' }),
    ]);
    await watch(noon('2026-06-15'));
    expect(await watch(noon('2026-07-01'))).toBe(3);
    expect(await told()).toEqual([
      ['1', 'PUBLICITY_STARTED'],
      ['2', 'EXPIRED'],
      ['1', 'EXPIRED'],
    ]);
  });

  it('says nothing of facts that came with their window closed or open, or that are hidden', async () => {
    await watch(noon('2026-06-10'));
    await open.write([
      notice('1', { from: '2026-06-01', until: '2026-06-14' }),
      notice('2', { from: '2026-06-15', until: '2026-12-31' }),
      { ...notice('3', { from: '2026-06-01', until: '2026-06-20' }), state: 'HIDDEN' },
    ]);
    expect(await watch(noon('2026-06-30'))).toBe(0);
  });

  it('tells it once, also where the run was broken off before it was remembered', async () => {
    await open.write([notice('1', { from: '2026-06-01', until: '2026-06-20' })]);
    await watch(noon('2026-06-15'));
    await watch(noon('2026-06-21'));
    const forget = () =>
      open.toy.database.db
        .collection<{ _id: string }>('positions')
        .updateOne({ _id: 'publicity' }, { $set: { day: '2026-06-15' } });
    await forget();
    await watch(noon('2026-06-21'));
    expect(await told()).toEqual([['1', 'EXPIRED']]);
    await forget();
    await watch(noon('2026-06-21'));
    expect(await told()).toEqual([['1', 'EXPIRED']]);
  });

  it('says nothing of a revision that is replaced before it is relayed', async () => {
    await open.write([notice('1', { from: '2026-06-01', until: '2026-06-20' })]);
    await watch(noon('2026-06-15'));
    await watch(noon('2026-06-21'));
    await open.write([notice('1', { from: '2026-06-01', until: '2027-06-20' })], 'b2', noon('2026-06-21'));
    expect(await told()).toEqual([]);
    const [last] = (await open.reader.after(1, 10)).slice(-1);
    expect(last?.body).toMatchObject({ reason: 'CORRECTED', record: { publicity: { until: '2027-06-20' } } });
  });

  it('gives a body that anybody can place: the same visibility before and after, nothing changed', async () => {
    await open.write([notice('1', { from: '2026-06-01', until: '2026-06-20' })]);
    await watch(noon('2026-06-15'));
    await watch(noon('2026-06-21'));
    await open.relay();
    const [entry] = await open.reader.after(1, 10, { reason: 'EXPIRED' });
    expect(entry?.body).toMatchObject({
      revision: 1,
      record: { state: 'ACTIVE', publicity: { until: '2026-06-20' } },
      before: { record: { state: 'ACTIVE', publicity: { until: '2026-06-20' } } },
      old: {},
    });
  });
});
