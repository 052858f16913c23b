import { recordId } from '../../../src/audit/auditDigests.ts';
import { startProgram } from '../../kit/startProgram.ts';
import { lookUp, openTestAudit, type TestAudit } from './openTestAudit.ts';

/** Short enough for a test; a process that lives and is closed all the same goes on. */
const DEAD_AFTER_MS = 300;

describe('what a killed process wrote last', () => {
  let audit: TestAudit;
  beforeEach(async () => {
    audit = await openTestAudit();
  });
  afterEach(() => audit.close());

  /** Has a process killed while it records; the id of its chain. */
  async function killOne(): Promise<string> {
    const program = await startProgram('tests/kit/programs/recordAudit.ts', { SETTING: JSON.stringify(audit.setting) });
    const enough = { chain: program.firstLine, seq: 20 };
    while ((await audit.database.records.countDocuments(enough)) === 0) await new Promise(setImmediate);
    await program.end('SIGKILL');
    return program.firstLine;
  }

  /** Waits until processes that live have closed the chains of those that do not. */
  async function untilClosed(chain: string): Promise<void> {
    const until = performance.now() + 30_000;
    while ((await audit.database.chains.countDocuments({ _id: chain })) > 0) {
      if (performance.now() > until) throw new Error('Nobody closes it.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('is signed by another process, so that nothing of it can be cut off unseen', async () => {
    const chain = await killOne();
    const before = await audit.verify();
    expect([before.isSound, before.open]).toEqual([true, 1]);
    expect(before.unsigned).toBeGreaterThan(0);
    const others = [await audit.openLog(undefined, DEAD_AFTER_MS), await audit.openLog(undefined, DEAD_AFTER_MS)];
    await untilClosed(chain);
    expect(await audit.verify()).toMatchObject({ isSound: true, unsigned: 0, open: 2 });
    await Promise.all(others.map((log) => log.close()));
    expect(await audit.verify()).toMatchObject({ isSound: true, unsigned: 0, open: 0 });
    const { deletedCount } = await audit.database.records.deleteOne({ chain, seq: before.records });
    expect(deletedCount).toBe(1);
    expect(await audit.verify()).toMatchObject({ isSound: false, findings: [{ problem: 'RECORDS_MISSING', chain }] });
  }, 60_000);

  it('is vouched for as far as it continues the chain, and no further', async () => {
    const chain = await killOne();
    const { records } = audit.database;
    const last = await records.findOne({ chain }, { sort: { _id: -1 } });
    const seq = (last?.seq ?? 0) + 1;
    if (last) await records.insertOne({ ...last, _id: recordId(chain, seq), seq });
    const other = await audit.openLog(undefined, DEAD_AFTER_MS);
    await untilClosed(chain);
    const { isSound, unsigned, findings } = await audit.verify();
    expect([isSound, unsigned]).toEqual([false, 1]);
    expect(findings.map(({ problem, number }) => [problem, number])).toEqual(
      expect.arrayContaining([['CHAIN_BROKEN', seq]]),
    );
    await other.close();
  }, 60_000);

  it('is none of a process that lives: a chain that was closed for it goes on', async () => {
    const slow = await audit.openLog(undefined, 60_000);
    await slow.record(lookUp('before'));
    await audit.database.chains.updateOne({ _id: slow.chain }, { $set: { seenAt: new Date(0) } });
    const other = await audit.openLog(undefined, DEAD_AFTER_MS);
    await untilClosed(slow.chain);
    await slow.record(lookUp('after'));
    await Promise.all([slow.close(), other.close()]);
    expect(await audit.verify()).toMatchObject({ isSound: true, unsigned: 0, open: 0, records: 2 });
  }, 60_000);
});
