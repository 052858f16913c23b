import { setTimeout } from 'node:timers/promises';
import { UNLIMITED, type Budget } from '../../src/config/budgets.ts';
import { describeWithRedis, NO_REDIS, startRedis, type TestRedis } from '../kit/startRedis.ts';
import { startToyGateway, type ToyGateway } from '../kit/startToyGateway.ts';

/** Costs 4 before and after: itself and three enterprises. */
const QUERY = '{ enterprises(first: 3) { name } }';
const COST = 4;
const CONNECTIONS = 4;

/** What was answered while load was on: replies by status. */
type Tally = Map<number, number>;

async function load(gateways: readonly ToyGateway[], isOver: (tally: Tally) => boolean): Promise<Tally> {
  const tally: Tally = new Map();
  const connection = async (gateway: ToyGateway): Promise<void> => {
    while (!isOver(tally)) {
      const { status } = await gateway.ask(QUERY);
      tally.set(status, (tally.get(status) ?? 0) + 1);
      // Refused at once; a caller that does not wait at all would only measure how fast it is refused.
      if (status === 429) await setTimeout(5);
    }
  };
  await Promise.all(
    gateways.flatMap((gateway) => Array.from({ length: CONNECTIONS }, async () => connection(gateway))),
  );
  return tally;
}

describeWithRedis(`two gateways on one Redis${NO_REDIS}`, () => {
  let redis: TestRedis;
  const open: ToyGateway[] = [];

  const startBoth = async (budget: Budget): Promise<readonly ToyGateway[]> => {
    const budgets = { ...UNLIMITED, OPEN: budget };
    const metering = { budgets, redisUrl: redis.url, trustedProxies: 0 };
    const gateways = [await startToyGateway({ metering }), await startToyGateway({ metering })];
    open.push(...gateways);
    return gateways;
  };

  beforeEach(async () => {
    redis = await startRedis();
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((gateway) => gateway.stop()));
    await redis.stop();
  });

  it('share a budget within 5 %', async () => {
    const budget = { capacity: 600, leakPerSecond: 20 };
    const gateways = await startBoth(budget);
    const begun = performance.now();
    let drainedAt: number | undefined;
    const isOver = (tally: Tally): boolean => {
      if (tally.has(429)) drainedAt ??= performance.now();
      return performance.now() - (drainedAt ?? Infinity) > 3_000;
    };
    const tally = await load(gateways, isOver);
    const seconds = (performance.now() - begun) / 1_000;
    const granted = budget.capacity + budget.leakPerSecond * seconds;
    const spent = (tally.get(200) ?? 0) * COST;
    expect([...tally.keys()].toSorted()).toEqual([200, 429]);
    expect(spent / granted).toBeGreaterThan(0.95);
    expect(spent / granted).toBeLessThan(1.05);
  });

  it('answer every query while Redis is killed and comes back', async () => {
    const gateways = await startBoth({ capacity: 1_000_000, leakPerSecond: 1_000_000 });
    for (const { log } of gateways) log.length = 0;
    let isOver = false;
    const loading = load(gateways, () => isOver);
    await setTimeout(500);
    await redis.kill();
    await setTimeout(1_500);
    await redis.restart();
    const isShared = (): boolean =>
      gateways.every(({ log }) => log.some(({ msg }) => String(msg).startsWith('Redis answers again')));
    for (let attempt = 0; attempt < 100 && !isShared(); attempt += 1) await setTimeout(50);
    isOver = true;
    const tally = await loading;
    expect([...tally.keys()]).toEqual([200]);
    expect(tally.get(200)).toBeGreaterThan(100);
    expect(isShared()).toBe(true);
    for (const { log } of gateways) {
      expect(log.filter(({ msg }) => String(msg).startsWith('Redis does not answer'))).toHaveLength(1);
    }
  });
});
