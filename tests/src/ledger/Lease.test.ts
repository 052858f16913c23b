import { setTimeout as pause } from 'node:timers/promises';
import { Lease } from '../../../src/ledger/Lease.ts';
import { openToyLedger, type ToyLedger } from './openToyLedger.ts';

describe('a lease', () => {
  let open: ToyLedger;

  beforeAll(async () => {
    open = await openToyLedger();
  });

  afterAll(async () => {
    await open.close();
  });

  it('is held by one at a time, however many ask at once, and by the next one once it is given back', async () => {
    const all = Array.from({ length: 8 }, () => new Lease(open.ledger, 'work'));
    const answers = await Promise.all(all.map((lease) => lease.hold()));
    expect(answers.filter(Boolean)).toHaveLength(1);
    const holder = all[answers.indexOf(true)];
    expect(all.filter((lease) => lease.isHeld)).toEqual([holder]);
    expect(await holder?.hold()).toBe(true);
    await holder?.release();
    const others = all.filter((lease) => lease !== holder);
    const again = await Promise.all(others.map((lease) => lease.hold()));
    expect(again.filter(Boolean)).toHaveLength(1);
  });

  it('goes to another when its holder stops renewing it, and not while it renews', async () => {
    const [holder, other] = [new Lease(open.ledger, 'task'), new Lease(open.ledger, 'task')];
    expect(await holder.hold()).toBe(true);
    const until = performance.now() + 5_000;
    while (performance.now() < until) {
      await holder.hold();
      expect(await other.hold()).toBe(false);
      await pause(500);
    }
    await pause(4_100);
    expect(holder.isHeld).toBe(false);
    expect(await other.hold()).toBe(true);
    expect(await holder.hold()).toBe(false);
  }, 15_000);
});
