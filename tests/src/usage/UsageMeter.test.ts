import { MongoClient } from 'mongodb';
import { readUsage } from '../../../src/usage/readUsage.ts';
import { UsageMeter, type UsageDocument } from '../../../src/usage/UsageMeter.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { silent } from '../../kit/mongodConfig.ts';

const HOUR = new Date('2026-06-15T04:00:00Z');
const NEXT = new Date('2026-06-15T05:00:00Z');

describe('figures of usage', () => {
  const server = testDatabase();
  const client = new MongoClient(server.uri);
  const collection = client.db(`${server.prefix}audit`).collection<UsageDocument>('usage');
  afterAll(async () => {
    await client.close();
    await server.drop();
  });

  it('of several gateways are added up by the hour, bounded in number, without a trace of single calls', async () => {
    const gateways = [1, 2].map(() => new UsageMeter(collection, silent, () => new Date('2026-06-15T04:59:59Z')));
    for (const meter of gateways) {
      meter.note({ side: 'ASKED', client: 'c_1' }, { ms: 10, failed: false, cost: 5 });
      meter.note({ side: 'ASKED', client: 'c_1', department: 'tax' }, { ms: 20, failed: true, cost: 7 });
      meter.note({ side: 'ANSWERED', department: 'tax' }, { ms: 3, failed: false, cost: 0 });
    }
    for (let at = 0; at < 6_000; at += 1) {
      gateways[0]?.note({ side: 'ASKED', client: `c_x${at}` }, { ms: 1, failed: false, cost: 1 });
    }
    for (const meter of gateways) await meter.close();
    expect(await collection.countDocuments()).toBeLessThanOrEqual(5_001);
    const usage = await readUsage(collection, HOUR, NEXT);
    expect(usage.figures(({ client: one }) => one === 'c_1')).toMatchObject({ calls: 4, errors: 2, cost: 24 });
    expect(usage.figures(({ side }) => side === 'ASKED').calls).toBe(6_004);
    expect(usage.figures(({ side }) => side === 'ANSWERED')).toMatchObject({ calls: 2, errors: 0, cost: 0 });
    expect(usage.departments).toEqual(['tax']);
    expect((await readUsage(collection, NEXT, new Date('2026-06-15T06:00:00Z'))).clients).toEqual([]);
  });
});
