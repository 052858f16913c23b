import { NOW } from '../../kit/department.ts';
import { appendBodies } from '../../../src/ledger/chain/appendBodies.ts';
import { draftOf, SUBJECT } from '../data/toyFacts.ts';
import { bodyOf } from './bodyOf.ts';
import { openToyLedger, type ToyLedger } from './openToyLedger.ts';

const OTHER = '91350100MA2XWNPR5G';

describe('reading the ledger', () => {
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

  it('gives entries behind a position, filtered by what bodies say, at any depth', async () => {
    await appendBodies(
      open.ledger,
      [bodyOf('a@1'), bodyOf('b@1', { kind: 'SUBJECT' }), bodyOf('c@1', { uscc: OTHER }), bodyOf('d@1')],
      NOW,
    );
    const seqs = async (...[seq, limit, filter]: Parameters<typeof open.reader.after>): Promise<number[]> =>
      (await open.reader.after(seq, limit, filter)).map((entry) => entry.seq);
    expect(await open.reader.head()).toBe(4);
    expect(await seqs(1, 2)).toEqual([2, 3]);
    expect(await seqs(0, 9, { kind: 'FACT', uscc: SUBJECT })).toEqual([1, 4]);
    expect(await seqs(0, 9, { $or: [{ uscc: OTHER }, { $and: [{ kind: 'SUBJECT' }, { fact: 'b' }] }] })).toEqual([
      2, 3,
    ]);
    expect(await seqs(4, 9)).toEqual([]);
  });

  it('names facts whose last changes lie in an outbox or behind a position', async () => {
    await open.write([draftOf({ number: '1' })]);
    await open.relay();
    await open.write([draftOf({ number: '2' })]);
    const [first, second] = (await open.toy.stored()).facts.toSorted((a, b) => Number(a.number) - Number(b.number));
    expect([...(await open.reader.pendingFacts(0, [SUBJECT]))].toSorted()).toEqual(
      [first?._id, second?._id].toSorted(),
    );
    expect([...(await open.reader.pendingFacts(1, [SUBJECT]))]).toEqual([second?._id]);
    expect([...(await open.reader.pendingFacts(0, [OTHER]))]).toEqual([]);
    // Of all enterprises: what is new is held by nobody who could show it.
    expect([...(await open.reader.pendingFacts(0))]).toEqual([]);
    await open.relay();
    expect([...(await open.reader.pendingFacts(1, [SUBJECT]))]).toEqual([second?._id]);
    expect([...(await open.reader.pendingFacts(0))]).toEqual([]);
    expect([...(await open.reader.pendingFacts(2, [SUBJECT]))]).toEqual([]);
  });

  it('names a fact that moved from one enterprise to another for both, in the outbox and in the ledger', async () => {
    await open.write([draftOf({ number: '1' })]);
    await open.relay();
    const [fact] = (await open.toy.stored()).facts;
    const id = fact?._id ?? '';
    await open.write([{ ...draftOf({ number: '1' }), id, basedOn: 1, subject: { uscc: OTHER } }], 'b2');
    for (const moved of ['in the outbox', 'in the ledger']) {
      expect([moved, ...(await open.reader.pendingFacts(1, [SUBJECT]))]).toEqual([moved, id]);
      expect([moved, ...(await open.reader.pendingFacts(1, [OTHER]))]).toEqual([moved, id]);
      expect([moved, ...(await open.reader.pendingFacts(1))]).toEqual([moved, id]);
      await open.relay();
    }
    expect((await open.reader.pendingFacts(2, [SUBJECT, OTHER])).size).toBe(0);
  });

  it('asks outboxes and ledger by index where enterprises are named', async () => {
    const about = { $in: [SUBJECT] };
    const plans = await Promise.all([
      open.toy.database.outbox.find({ $or: [{ subjectUscc: about }, { movedFrom: about }] }).explain(),
      open.ledger.bodies
        .find({
          $or: [
            { 'body.uscc': about, _id: { $gt: 3 } },
            { movedFrom: about, _id: { $gt: 3 } },
          ],
        })
        .explain(),
    ]);
    for (const plan of plans) expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
  });
});
