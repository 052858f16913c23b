import { MongoBulkWriteError } from 'mongodb';
import type { RecordDocument } from '../../../src/audit/AuditRecord.ts';
import { insertRecords } from '../../../src/audit/insertRecords.ts';
import { RecordChain } from '../../../src/audit/RecordChain.ts';
import { openTestAudit, lookUp, type TestAudit } from './openTestAudit.ts';

const WITHIN_MS = 3_000;

describe('records', () => {
  let audit: TestAudit;
  beforeAll(async () => {
    audit = await openTestAudit();
  });
  afterAll(() => audit.close());

  it('are written once, whatever is there already, and never passed over where the server refuses them', async () => {
    const { database } = audit;
    const statements = [1, 2, 3].map((at) => lookUp(`request-${at}`));
    const { records } = new RecordChain('written', () => new Date()).append(statements);
    const stored = async (): Promise<readonly RecordDocument[]> =>
      database.records.find({ chain: 'written' }).sort({ _id: 1 }).toArray();
    await insertRecords(database, records.slice(0, 2), WITHIN_MS);
    expect(await stored()).toEqual(records.slice(0, 2));
    await insertRecords(database, records, WITHIN_MS);
    expect(await stored()).toEqual(records);

    const refused = new RecordChain('refused', () => new Date()).append(statements).records;
    await database.db.command({ collMod: 'records', validator: { request: { $ne: 'request-2' } } });
    await expect(insertRecords(database, refused, WITHIN_MS)).rejects.toThrow(MongoBulkWriteError);
    await database.db.command({ collMod: 'records', validator: {} });
    expect(await database.records.countDocuments({ chain: 'refused' })).toBe(2);
    await insertRecords(database, refused, WITHIN_MS);
    expect(await database.records.countDocuments({ chain: 'refused' })).toBe(3);
  });
});
