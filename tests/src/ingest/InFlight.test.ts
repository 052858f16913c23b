import fc from 'fast-check';
import { setImmediate as turn } from 'node:timers/promises';
import { InFlight } from '../../../src/ingest/InFlight.ts';

/** A piece of work that ends when it is told to. */
function held() {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (error) => {
      if (error === undefined) resolve();
      else reject(error);
    };
  });
  return { work: () => ended, end };
}

/** Tells whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = () => (settled = true);
  promise.then(note, note);
  for (let turns = 0; turns < 5; turns += 1) await turn();
  return settled;
}

describe('work in flight', () => {
  it('starts at once while there is room, and not before there is', async () => {
    const inFlight = new InFlight(2);
    const [one, two] = [held(), held()];
    await inFlight.start(['a'], one.work);
    await inFlight.start(['b'], two.work);
    const third = inFlight.start(['c'], () => Promise.resolve());
    expect(await isSettled(third)).toBe(false);
    two.end();
    await third;
    one.end();
    await inFlight.finish();
  });

  it('waits for work on the same facts although there is room', async () => {
    const inFlight = new InFlight(3);
    const [one, two] = [held(), held()];
    await inFlight.start(['a', 'b'], one.work);
    await inFlight.start(['c'], two.work);
    const again = inFlight.start(['b', 'd'], () => Promise.resolve());
    two.end();
    expect(await isSettled(again)).toBe(false);
    one.end();
    await again;
    await inFlight.finish();
  });

  it('finishes when all of it is done', async () => {
    const inFlight = new InFlight(2);
    const one = held();
    await inFlight.start(['a'], one.work);
    const finish = inFlight.finish();
    expect(await isSettled(finish)).toBe(false);
    one.end();
    await finish;
    await new InFlight(1).finish();
  });

  it('reports the first failure, to the next start and at the end, when no work is running any more', async () => {
    const inFlight = new InFlight(3);
    const [one, two, three] = [held(), held(), held()];
    for (const { work } of [one, two]) await inFlight.start([], work);
    one.end(new Error('first'));
    await turn();
    const started: string[] = [];
    const start = inFlight.start([], () => {
      started.push('three');
      return three.work();
    });
    expect(await isSettled(start)).toBe(false);
    two.end(new Error('second'));
    await expect(start).rejects.toThrow('first');
    await expect(inFlight.finish()).rejects.toThrow('first');
    expect(started).toEqual([]);
  });

  it('fails a start that waits for room or for a fact', async () => {
    for (const ids of [['a'], ['b']]) {
      const inFlight = new InFlight(ids.includes('a') ? 2 : 1);
      const one = held();
      await inFlight.start(['a'], one.work);
      const waiting = inFlight.start(ids, () => Promise.resolve());
      one.end(new Error('lost'));
      await expect(waiting).rejects.toThrow('lost');
    }
  });

  it('never runs two on one fact nor more than the limit, and keeps the order of each fact', async () => {
    const batch = fc.record({
      ids: fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 }),
      turns: fc.nat(4),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 20 }), fc.integer({ min: 1, max: 4 }), async (batches, limit) => {
        const inFlight = new InFlight(limit);
        const running = new Map<number, readonly string[]>();
        const orderOf = new Map<string, number[]>();
        for (const [number, { ids, turns }] of batches.entries()) {
          await inFlight.start(ids, async () => {
            const busy = [...running.values()].flat();
            expect(ids.filter((id) => busy.includes(id))).toEqual([]);
            running.set(number, ids);
            expect(running.size).toBeLessThanOrEqual(limit);
            for (const id of ids) orderOf.set(id, [...(orderOf.get(id) ?? []), number]);
            for (let at = 0; at < turns; at += 1) await turn();
            running.delete(number);
          });
        }
        await inFlight.finish();
        expect(running.size).toBe(0);
        for (const [id, order] of orderOf) {
          expect(order).toEqual(batches.flatMap(({ ids }, number) => (ids.includes(id) ? [number] : [])));
        }
      }),
    );
  });
});
