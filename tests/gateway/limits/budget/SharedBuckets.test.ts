import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { SharedBuckets } from '../../../../gateway/limits/budget/SharedBuckets.ts';
import { describeWithRedis, NO_REDIS, startRedis, type TestRedis } from '../../../kit/startRedis.ts';

const BUDGET = { capacity: 100, leakPerSecond: 1 };

describeWithRedis(`buckets in Redis${NO_REDIS}`, () => {
  let redis: TestRedis;
  let one: SharedBuckets;
  let other: SharedBuckets;
  const log: string[] = [];
  const logger = pino({ base: null }, { write: (line) => void log.push((JSON.parse(line) as { msg: string }).msg) });

  const untilShared = async (isShared: boolean): Promise<void> => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      // Whether Redis answers is found out by charging.
      await one.charge('probe', BUDGET, 0);
      await other.charge('probe', BUDGET, 0);
      if (one.figures.isShared === isShared && other.figures.isShared === isShared) return;
      await setTimeout(50);
    }
    throw new Error(`Buckets are not ${isShared ? 'shared' : 'local'} after 10 s`);
  };

  beforeAll(async () => {
    redis = await startRedis();
    one = new SharedBuckets(redis.url, logger);
    other = new SharedBuckets(redis.url, logger);
    await untilShared(true);
  });

  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await redis.stop();
  });

  it('are the same for all gateways', async () => {
    expect(await one.charge('same', BUDGET, 60)).toMatchObject({ isAdmitted: true, level: 60 });
    const { isAdmitted, level } = await other.charge('same', BUDGET, 50);
    expect(isAdmitted).toBe(false);
    expect(level).toBeCloseTo(60, 0);
  });

  it('give back and take more when a charge is settled', async () => {
    (await one.charge('settled', BUDGET, 100)).settle(-90);
    expect((await one.charge('settled', BUDGET, 0)).level).toBeCloseTo(10, 0);
    (await one.charge('settled', BUDGET, 10)).settle(200);
    expect((await other.charge('settled', BUDGET, 0)).level).toBeCloseTo(220, 0);
  });

  it('leak by the clock of Redis', async () => {
    const fast = { capacity: 100, leakPerSecond: 1_000 };
    await one.charge('leak', fast, 100);
    await setTimeout(60);
    const { level } = await other.charge('leak', fast, 0);
    expect(level).toBeLessThan(45);
  });

  it('never admit more than the capacity, however many charge at the same time', async () => {
    const charges = Array.from({ length: 200 }, async (_, index) =>
      (index % 2 ? one : other).charge('race', BUDGET, 3),
    );
    const admitted = (await Promise.all(charges)).filter(({ isAdmitted }) => isAdmitted);
    expect(admitted).toHaveLength(33);
  });

  it('are kept by each gateway alone while Redis hangs, and are shared again by themselves', async () => {
    log.length = 0;
    redis.pause(true);
    const begun = performance.now();
    for (let index = 0; index < 20; index += 1) {
      expect((await one.charge('away', BUDGET, 5)).isAdmitted).toBe(true);
    }
    // One charge found out; the others did not wait.
    expect(performance.now() - begun).toBeLessThan(900);
    expect((await one.charge('away', BUDGET, 5)).isAdmitted).toBe(false);
    expect(one.figures).toEqual({ isShared: false, localCharges: 21 + localBefore });
    await untilShared(false);
    redis.pause(false);
    await untilShared(true);
    expect(log.filter((line) => line.startsWith('Redis does not answer'))).toHaveLength(2);
    expect(log.filter((line) => line.startsWith('Redis answers again'))).toHaveLength(2);
  });

  it('are shared again after Redis was killed and started anew', async () => {
    log.length = 0;
    await redis.kill();
    await untilShared(false);
    expect((await one.charge('killed', BUDGET, 100)).isAdmitted).toBe(true);
    expect((await other.charge('killed', BUDGET, 100)).isAdmitted).toBe(true);
    await redis.restart();
    await untilShared(true);
    expect((await one.charge('killed', BUDGET, 100)).isAdmitted).toBe(true);
    expect((await other.charge('killed', BUDGET, 100)).isAdmitted).toBe(false);
    expect(log).toHaveLength(4);
  });

  let localBefore = 0;
  beforeEach(() => {
    localBefore = one.figures.localCharges;
  });
});
