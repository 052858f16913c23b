import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { auditCommand } from '../../../gateway/commands/auditCommand.ts';
import { clientsCommand } from '../../../gateway/commands/clientsCommand.ts';
import { tokenCommand } from '../../../gateway/commands/tokenCommand.ts';
import { importCommand } from '../../../gateway/commands/importCommand.ts';
import { recordId } from '../../../src/audit/auditDigests.ts';
import { openAuditDatabase, type AuditDatabase } from '../../../src/audit/AuditDatabase.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const UNIT = '91350100M000100Y43';

describe('credit-graph audit', () => {
  const folder = temporaryFolder();
  const server = testDatabase();
  const environment = {
    ...{ MONGODB_URI: server.uri, DATABASE_PREFIX: server.prefix, DATA_DIR: folder },
    ...{ LOG_LEVEL: 'silent', LC_ALL: 'C' },
  };
  const file = join(folder, 'listings.csv');
  let connection: Connection;
  let audit: AuditDatabase;

  const run = async (...words: string[]): Promise<{ readonly out: string; readonly code: number }> => {
    const before = process.exitCode;
    process.exitCode = 0;
    try {
      const out = await runCommand(auditCommand(), words, environment);
      return { out, code: process.exitCode };
    } finally {
      process.exitCode = before;
    }
  };

  beforeAll(async () => {
    connection = await mongoose.createConnection(server.uri).asPromise();
    audit = await openAuditDatabase(connection, server.prefix);
    await writeFile(
      file,
      '主体名称,统一社会信用代码,列入事由,列入日期,列入决定机关\n甲公司,,未按期公示年度报告,2025-07-08,某局',
    );
    await runCommand(importCommand(), ['registry.abnormalListings', file, '--as', 'lin@registry'], environment);
  });
  afterAll(async () => {
    await connection.close();
    await server.drop();
  });

  it('has the writes of commands recorded, with operator and department, and never what was typed as a secret', async () => {
    const records = await audit.records.find().sort({ _id: 1 }).toArray();
    expect(records).toMatchObject([
      { stage: 'BEGUN', door: 'command', caller: { operator: 'lin', department: 'registry' }, codes: [] },
      { stage: 'ENDED', door: 'command', caller: { operator: 'lin', department: 'registry' }, codes: [] },
    ]);
    const created = await runCommand(clientsCommand(), ['create', '某系统', '--by', 'chen'], environment);
    const secret = /^credential: (?<text>\S+)$/m.exec(created)?.groups?.['text'] ?? '';
    await expect(runCommand(clientsCommand(), ['revoke', secret], environment)).rejects.toThrow('no such client');
    const names = (await audit.operations.find().toArray()).map(({ name }) => name);
    expect(names.toSorted()).toEqual(['clients create', 'clients revoke', 'import registry.abnormalListings']);
    await runCommand(tokenCommand(), ['--enterprise', UNIT, '--operator', 'wu'], environment);
    const token = await audit.operations.findOne({ name: 'token' });
    const issued = await audit.records.find({ operation: token?._id ?? '' }).toArray();
    expect(issued).toMatchObject(
      ['BEGUN', 'ENDED'].map((stage) => ({ stage, caller: { operator: 'wu' }, subjects: [UNIT], codes: [] })),
    );
    const failed = 'registry.nothing';
    await expect(runCommand(importCommand(), [failed, file], environment)).rejects.toThrow(failed);
  });

  it('records how a write failed', async () => {
    await writeFile(file, 'a,b\n1,2');
    await expect(runCommand(importCommand(), ['registry.abnormalListings', file], environment)).rejects.toThrow();
    const last = await audit.records.findOne({}, { sort: { _id: -1 } });
    expect(last).toMatchObject({ stage: 'ENDED', codes: ['INGEST_COLUMNS_MISSING'] });
  });

  it('finds the log sound, and says which record is not as it was written', async () => {
    const sound = await run('verify');
    expect([sound.code, sound.out.split('\n')[0]]).toEqual([0, 'The audit log is sound.']);
    const first = await audit.records.findOne({}, { sort: { _id: 1 } });
    const chain = first?.chain ?? '';
    await audit.records.updateOne({ _id: recordId(chain, 2) }, { $set: { 'caller.operator': 'chen' } });
    const { out, code } = await run('verify');
    expect(code).toBe(1);
    expect(out).toContain(`The audit log is not sound:\n  ${chain} 2: the record was changed (RECORD_CHANGED)\n`);
    expect(JSON.parse((await run('verify', '--json')).out)).toMatchObject({ isSound: false, faults: 1 });
    await audit.records.updateOne({ _id: recordId(chain, 2) }, { $set: { 'caller.operator': 'lin' } });
    expect((await run('verify')).code).toBe(0);
  });

  it('takes nothing out that was not kept for ten years, and records that it was run', async () => {
    const ids = async () => (await audit.records.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);
    const before = await ids();
    expect((await run('expire')).out).toBe('records older than ten years taken out: 0\n');
    const after = await ids();
    expect([after.length, before.filter((id) => !after.includes(id))]).toEqual([before.length + 2, []]);
  });
});
