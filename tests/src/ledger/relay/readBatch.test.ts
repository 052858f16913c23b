import fc from 'fast-check';
import { readBatch } from '../../../../src/ledger/relay/readBatch.ts';
import { draftOf } from '../../data/toyFacts.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

describe('reading a batch of an outbox', () => {
  let open: ToyLedger;

  beforeAll(async () => {
    open = await openToyLedger();
  });

  afterAll(async () => {
    await open.close();
  });

  it('gives each fact’s events by revision, however the server has put them, and none without the one before', async () => {
    for (const content of ['a', 'b', 'c', 'd']) {
      await open.write(
        ['1', '2', '3'].map((number) => draftOf({ number, content })),
        content,
      );
    }
    const { outbox } = open.toy.database;
    const written = await outbox.find().toArray();
    const expired = written
      .slice(0, 1)
      .map((event) => ({ ...event, _id: `${event._id}:EXPIRED`, reason: 'EXPIRED' as const }));
    const order = fc.shuffledSubarray([...written, ...expired], { minLength: written.length + 1 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 14 }), async (shuffled, size) => {
        await outbox.deleteMany({});
        await outbox.insertMany(shuffled);
        const relayed = [];
        for (;;) {
          const batch = await readBatch(open.toy.database, size);
          if (batch.length === 0) break;
          relayed.push(...batch);
          await outbox.deleteMany({ _id: { $in: batch.map(({ _id }) => _id) } });
        }
        expect(relayed).toHaveLength(shuffled.length);
        const placeOf = new Map(relayed.map(({ _id }, place) => [_id, place]));
        for (const { _id, fact, revision, reason } of relayed) {
          const before = reason === 'EXPIRED' ? revision : revision - 1;
          expect(placeOf.get(_id)).toBeGreaterThan(placeOf.get(`${fact}@${before}`) ?? -1);
        }
      }),
      { numRuns: 25 },
    );
  });
});
