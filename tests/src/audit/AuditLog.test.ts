import { setTimeout as sleep } from 'node:timers/promises';
import { GENESIS } from '../../../src/ledger/chain/LedgerDatabase.ts';
import { lookUp, openTestAudit, type TestAudit } from './openTestAudit.ts';

describe('a log of one process', () => {
  let audit: TestAudit;
  beforeAll(async () => {
    audit = await openTestAudit();
  });
  afterAll(() => audit.close());

  it('has a record in the database before it says so, and writes many at once', async () => {
    const log = await audit.openLog();
    const requests = Array.from({ length: 500 }, (_, at) => `request-${at}`);
    await Promise.all(
      requests.map(async (request) => {
        await log.record(lookUp(request));
        expect(await audit.database.records.countDocuments({ request })).toBe(1);
      }),
    );
    const records = await audit.database.records.find({ chain: log.chain }).sort({ _id: 1 }).toArray();
    expect(records.map(({ seq }) => seq)).toEqual(requests.map((_, at) => at + 1));
    expect(records[0]?.prevHash).toBe(GENESIS);
    expect(await audit.database.operations.countDocuments()).toBe(1);
    await log.close();
    await expect(log.record(lookUp('late'))).rejects.toMatchObject({ extensions: { code: 'AUDIT_UNAVAILABLE' } });
  });

  it('waits for operations that are on their way, but not for long, and for none that is over', async () => {
    const log = await audit.openLog();
    const over = Array.from({ length: 3 }, () => log.expect());
    // Nobody else ever comes.
    await log.record(lookUp('early'));
    for (const leave of [...over, ...over]) leave();
    await Promise.all(
      over.map(async (_, at) => {
        const leave = log.expect();
        await sleep(at);
        leave();
        await log.record(lookUp(`together ${at}`));
        expect(await audit.database.records.countDocuments({ request: `together ${at}` })).toBe(1);
      }),
    );
    log.expect();
    const last = log.record(lookUp('last'));
    await log.close();
    await last;
    expect(await audit.database.records.countDocuments({ chain: log.chain })).toBe(5);
    expect(await audit.verify()).toMatchObject({ isSound: true });
  });

  it('tells subjects that do not fit into one record in several', async () => {
    const log = await audit.openLog();
    const subjects = Array.from({ length: 1_001 }, (_, at) => String(at).padStart(18, '0'));
    await log.record(lookUp('long', subjects));
    await log.close();
    const records = await audit.database.records.find({ request: 'long' }).sort({ _id: 1 }).toArray();
    expect(records.map(({ part, subjects: told }) => [part, told.length])).toEqual([
      [undefined, 500],
      [2, 500],
      [3, 1],
    ]);
    expect(records.flatMap(({ subjects: told }) => told)).toEqual(subjects);
  });

  it('does not wait for other processes, and all of them make one sound log', async () => {
    const logs = await Promise.all([1, 2, 3].map(() => audit.openLog()));
    await Promise.all(logs.flatMap((log) => [1, 2].map((at) => log.record(lookUp(`of ${log.chain} ${at}`)))));
    await sleep(1_200);
    expect(await audit.verify()).toMatchObject({ isSound: true, open: 3, unsigned: 0 });
    await Promise.all(logs.map((log) => log.close()));
    expect(await audit.verify()).toMatchObject({ isSound: true, open: 0, unsigned: 0 });
  });
});
