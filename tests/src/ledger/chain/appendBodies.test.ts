import fc from 'fast-check';
import { NOW } from '../../../kit/department.ts';
import { appendBodies } from '../../../../src/ledger/chain/appendBodies.ts';
import { entryHashOf } from '../../../../src/ledger/chain/digests.ts';
import { GENESIS } from '../../../../src/ledger/chain/LedgerDatabase.ts';
import { withholdBody } from '../../../../src/ledger/chain/withholdBody.ts';
import { bodyOf } from '../bodyOf.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

describe('appending to the chain', () => {
  let open: ToyLedger;

  const append = (events: readonly string[], now = NOW) =>
    appendBodies(
      open.ledger,
      events.map((event) => bodyOf(event)),
      now,
    );
  const events = async (): Promise<string[]> =>
    (await open.ledger.bodies.find().sort({ _id: 1 }).toArray()).map(({ event }) => event);

  const expectChain = async (count: number): Promise<void> => {
    const entries = await open.entries();
    expect(entries.map(({ _id }) => _id)).toEqual(Array.from({ length: count }, (_, at) => at + 1));
    let before = GENESIS;
    for (const { _id: seq, prevHash, time, bodyDigest, hash } of entries) {
      expect(prevHash).toBe(before);
      expect(hash).toBe(entryHashOf({ seq, prevHash, time, bodyDigest }));
      before = hash;
    }
  };

  beforeAll(async () => {
    open = await openToyLedger();
  });

  afterAll(async () => {
    await open.close();
  });

  beforeEach(async () => {
    await open.clear();
  });

  it('numbers from 1 without gaps, each entry with the hash of the one before', async () => {
    expect(await append(['a@1', 'b@1'])).toEqual({ count: 2, head: 2 });
    expect(await append(['a@2'])).toEqual({ count: 1, head: 3 });
    expect(await append([])).toEqual({ count: 0, head: 3 });
    await expectChain(3);
  });

  it('passes over events that have an entry, in whatever company they come', async () => {
    const anyEvent = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 4 }));
    const batches = fc.array(
      fc.array(
        anyEvent.map(([fact, revision]) => `${fact}@${revision}`),
        { maxLength: 6 },
      ),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(batches, async (appended) => {
        await open.clear();
        for (const batch of appended) await append(batch);
        const distinct = [...new Set(appended.flat())];
        expect(await events()).toEqual(distinct);
        await expectChain(distinct.length);
      }),
      { numRuns: 40 },
    );
  });

  it('makes one chain of what many append at once, the same events among it', async () => {
    const batches = Array.from({ length: 12 }, (_, one) =>
      Array.from({ length: 5 }, (_unused, at) => `f${(one % 6) * 5 + at}@1`),
    );
    await Promise.all(batches.map((batch) => append(batch)));
    expect((await events()).toSorted()).toEqual([...new Set(batches.flat())].toSorted());
    await expectChain(30);
  });

  it('keeps the order of a batch where another appends meanwhile', async () => {
    await Promise.all([append(['a@1', 'a@2', 'a@3']), append(['b@1', 'b@2', 'b@3'])]);
    const found = await events();
    expect(found.filter((event) => event.startsWith('a'))).toEqual(['a@1', 'a@2', 'a@3']);
    expect(found.filter((event) => event.startsWith('b'))).toEqual(['b@1', 'b@2', 'b@3']);
  });

  it('never dates an entry before the one in front of it', async () => {
    await append(['a@1']);
    await append(['a@2'], new Date(NOW.getTime() - 60_000));
    expect((await open.entries()).map(({ time }) => time)).toEqual([NOW, NOW]);
  });

  it('salts digests, so that equal bodies have unequal ones', async () => {
    await append(['a@1']);
    const [first] = await open.entries();
    await open.clear();
    await append(['a@1']);
    const [second] = await open.entries();
    expect(first?.bodyDigest).not.toBe(second?.bodyDigest);
  });

  it('erases a body and its salt, keeps the entry, and does not enter the event again', async () => {
    await append(['a@1', 'b@1']);
    const before = await open.entries();
    expect(await withholdBody(open.ledger, 1, 'court order', NOW)).toEqual({ outcome: 'WITHHELD' });
    expect(await withholdBody(open.ledger, 1, 'again', NOW)).toEqual({ outcome: 'WITHHELD_BEFORE' });
    expect(await withholdBody(open.ledger, 3, 'court order', NOW)).toEqual({ outcome: 'UNKNOWN' });
    expect(await append(['a@1'])).toEqual({ count: 0, head: 2 });
    expect(await open.entries()).toEqual(before);
    const stored = await open.ledger.bodies.findOne({ _id: 1 });
    expect(stored).toEqual({ _id: 1, time: NOW, event: 'a@1', withheld: { reason: 'court order', at: NOW } });
    expect(await open.reader.after(0, 10)).toEqual([
      { seq: 1, time: NOW, withheldFact: 'a' },
      { seq: 2, time: NOW, body: bodyOf('b@1') },
    ]);
  });
});
