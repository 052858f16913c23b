import type { AuditFinding } from '../../../../src/audit/verify/Finding.ts';
import { recordHashOf, recordId } from '../../../../src/audit/auditDigests.ts';
import { lookUp, openTestAudit, type TestAudit } from '../openTestAudit.ts';

const SUBJECT = '91350100M000100Y43';

describe('the check of an audit log', () => {
  let audit: TestAudit;
  let first: string;
  let second: string;
  let stored: Awaited<ReturnType<typeof dump>>;

  beforeAll(async () => {
    audit = await openTestAudit();
    const logs = [await audit.openLog(), await audit.openLog()] as const;
    [first, second] = [logs[0].chain, logs[1].chain];
    for (const log of logs) {
      await Promise.all([1, 2, 3].map((at) => log.record(lookUp(`request-${at}`, [SUBJECT]))));
      await log.record({ ...lookUp('request-4'), operation: { kind: 'QUERY', coordinates: ['Query.budget'] } });
    }
    for (const log of logs) await log.close();
    stored = await dump();
  });
  afterEach(async () => {
    for (const [name, documents] of Object.entries(stored)) {
      const collection = audit.database.db.collection(name);
      await collection.deleteMany({});
      await collection.insertMany(documents);
    }
  });
  afterAll(() => audit.close());

  async function dump() {
    const all = (name: string) => audit.database.db.collection(name).find().toArray();
    return {
      records: await all('records'),
      operations: await all('operations'),
      checkpoints: await all('checkpoints'),
    };
  }

  async function findings(): Promise<readonly AuditFinding[]> {
    const { isSound, findings, faults } = await audit.verify();
    expect([isSound, faults]).toEqual([false, findings.length]);
    return findings;
  }

  it('finds nothing in one that is as it was written', async () => {
    expect(await audit.verify()).toMatchObject({
      ...{ isSound: true, findings: [], faults: 0 },
      ...{ records: 8, chains: 2, unsigned: 0, open: 0 },
    });
  });

  it.each([
    ['subjects', { $set: { subjects: [] } }],
    ['caller', { $set: { 'caller.operator': 'chen' } }],
    ['purpose', { $unset: { purpose: 1 as const } }],
    ['time', { $set: { time: new Date(0) } }],
    ['number of an authorisation that was not there', { $set: { authorisation: 'A-1' } }],
    ['operation', { $set: { operation: 'f'.repeat(64) } }],
  ])('names a record with another %s', async (_, change) => {
    await audit.database.records.updateOne({ _id: recordId(first, 2) }, change);
    expect(await findings()).toContainEqual({ problem: 'RECORD_CHANGED', chain: first, number: 2 });
  });

  it('names the one behind a record that was changed with its hash', async () => {
    const record = await audit.database.records.findOne({ _id: recordId(first, 2) });
    if (record === null) throw new Error('It is not there');
    const { _id, hash, ...content } = { ...record, subjects: [] };
    await audit.database.records.updateOne({ _id }, { $set: { subjects: [], hash: recordHashOf(content) } });
    expect(hash).not.toBe(recordHashOf(content));
    expect(await findings()).toEqual([{ problem: 'CHAIN_BROKEN', chain: first, number: 3 }]);
  });

  it('names records that are missing in the middle and at the end', async () => {
    await audit.database.records.deleteMany({
      _id: { $in: [recordId(first, 2), recordId(second, 3), recordId(second, 4)] },
    });
    expect(await findings()).toEqual([
      { problem: 'RECORDS_MISSING', chain: first, number: 2, to: 2 },
      { problem: 'RECORDS_MISSING', chain: second, number: 3, to: 4 },
    ]);
  });

  it('names a whole chain that is missing, with and without its checkpoints', async () => {
    await audit.database.records.deleteMany({ chain: second });
    expect(await findings()).toEqual([{ problem: 'CHAIN_MISSING', chain: second, number: 1, to: 4 }]);
    const { deletedCount } = await audit.database.checkpoints.deleteMany({ chain: second });
    expect(deletedCount).toBeGreaterThan(1);
    expect((await findings()).map(({ problem }) => problem)).toContain('CHECKPOINTS_MISSING');
  });

  it('finds the end of the whole log cut off, by what was kept beside the database', async () => {
    const last = await audit.database.checkpoints.findOne({}, { sort: { _id: -1 } });
    const cut = last?._id ?? 0;
    await audit.database.checkpoints.deleteOne({ _id: cut });
    expect(await findings()).toContainEqual({ problem: 'END_MISSING', number: cut });
  });

  it('names records that changed places', async () => {
    const [two, three] = [recordId(first, 2), recordId(first, 3)];
    const both = await audit.database.records.find({ _id: { $in: [two, three] } }).toArray();
    await audit.database.records.deleteMany({ _id: { $in: [two, three] } });
    await audit.database.records.insertMany(
      both.map((record) => ({ ...record, _id: record._id === two ? three : two, seq: record.seq === 2 ? 3 : 2 })),
    );
    expect(await findings()).toEqual([
      { problem: 'RECORD_CHANGED', chain: first, number: 2 },
      { problem: 'CHAIN_BROKEN', chain: first, number: 2 },
      { problem: 'RECORD_CHANGED', chain: first, number: 3 },
      { problem: 'CHAIN_BROKEN', chain: first, number: 3 },
      { problem: 'CHAIN_BROKEN', chain: first, number: 4 },
    ]);
  });

  it('names a record under the id of another one, and one that belongs to no chain', async () => {
    const record = await audit.database.records.findOne({ _id: recordId(first, 4) });
    if (record === null) throw new Error('It is not there');
    await audit.database.records.insertOne({ ...record, _id: recordId(first, 7) });
    await audit.database.records.insertOne({ ...record, _id: recordId('forged', 1), chain: 'forged', seq: 1 });
    const found = await findings();
    expect(found).toContainEqual({ problem: 'RECORD_OUT_OF_ORDER', chain: first, number: 4 });
    expect(found).toContainEqual({ problem: 'CHAIN_UNKNOWN', chain: 'forged' });
  });

  it('names an operation that was changed, and one that is gone', async () => {
    const [one, other] = stored.operations.map(({ _id }) => String(_id));
    await audit.database.operations.updateOne(
      { _id: one ?? '' },
      { $set: { coordinates: ['Query.budget', 'Query.x'] } },
    );
    await audit.database.operations.deleteOne({ _id: other ?? '' });
    expect(await findings()).toEqual([
      { problem: 'OPERATION_CHANGED', operation: one },
      { problem: 'OPERATION_MISSING', operation: other },
    ]);
  });

  it('trusts no checkpoint that was changed or signed by another key', async () => {
    const checkpoints = await audit.database.checkpoints.find().sort({ _id: 1 }).toArray();
    const [opened, , closed] = checkpoints;
    if (opened === undefined || closed === undefined) throw new Error('They are not there');
    const forged = `${closed.jws.slice(0, -6)}AAAAAA`;
    await audit.database.checkpoints.updateOne({ _id: closed._id }, { $set: { jws: forged } });
    expect(await findings()).toContainEqual({ problem: 'CHECKPOINT_INVALID', number: closed._id });
    await audit.database.checkpoints.updateOne({ _id: opened._id }, { $set: { seq: 3 } });
    expect(await findings()).toContainEqual({ problem: 'CHECKPOINT_INVALID', number: opened._id });
  });
});
