import { expireRecords, RETENTION_YEARS } from '../../../src/audit/retention.ts';
import { lookUp, openTestAudit, type TestAudit } from './openTestAudit.ts';

const OPENED = new Date('2026-06-15T04:00:00Z');
const SECOND_MS = 1_000;

describe('how long records are kept', () => {
  let audit: TestAudit;
  beforeEach(async () => {
    audit = await openTestAudit();
  });
  afterEach(() => audit.close());

  it('is ten years to the second, and what is left is still sound', async () => {
    let now = OPENED;
    const old = await audit.openLog(() => now);
    await old.record(lookUp('the first'));
    await old.record(lookUp('the second'));
    await old.close();
    now = new Date('2026-06-16T04:00:00Z');
    const young = await audit.openLog(() => now);
    await young.record(lookUp('the third'));
    await young.close();
    const due = new Date(OPENED);
    due.setUTCFullYear(due.getUTCFullYear() + RETENTION_YEARS);
    expect(RETENTION_YEARS).toBe(10);
    expect(await expireRecords(audit.database, due)).toBe(0);
    const after = new Date(due.getTime() + SECOND_MS);
    expect(await expireRecords(audit.database, after)).toBe(2);
    expect((await audit.database.records.find().toArray()).map(({ request }) => request)).toEqual(['the third']);
    expect(await audit.verify(after)).toMatchObject({ isSound: true, findings: [], records: 1, chains: 2 });
  });

  it('excuses no record that is younger', async () => {
    const log = await audit.openLog(() => OPENED);
    await log.record(lookUp('the first'));
    await log.close();
    await audit.database.records.deleteMany({});
    const early = new Date(OPENED.getTime() + SECOND_MS);
    expect(await audit.verify(early)).toMatchObject({
      isSound: false,
      findings: [{ problem: 'CHAIN_MISSING', chain: log.chain, number: 1, to: 1 }],
    });
  });

  it('leaves the rest of a chain whose first records are gone checkable', async () => {
    let now = OPENED;
    const log = await audit.openLog(() => now);
    await log.record(lookUp('the first'));
    await untilSigned(audit, 1);
    now = new Date('2027-01-01T00:00:00Z');
    await log.record(lookUp('the second'));
    await log.close();
    const due = new Date('2036-09-01T00:00:00Z');
    expect(await expireRecords(audit.database, due)).toBe(1);
    expect(await audit.verify(due)).toMatchObject({ isSound: true, records: 1 });
    await audit.database.records.updateOne({}, { $set: { prevHash: 'f'.repeat(64) } });
    expect((await audit.verify(due)).findings.map(({ problem }) => problem)).toEqual([
      'RECORD_CHANGED',
      'CHAIN_BROKEN',
    ]);
  });
});

async function untilSigned({ database }: TestAudit, seq: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await database.checkpoints.findOne({ seq })) !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It was not signed');
}
