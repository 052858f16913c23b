import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysCommand } from '../../../gateway/commands/keysCommand.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { openAuditDatabase } from '../../../src/audit/AuditDatabase.ts';
import { openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph keys', () => {
  const folder = temporaryFolder();
  const server = testDatabase();
  const environment = {
    ...{ DATA_DIR: folder, MONGODB_URI: server.uri, DATABASE_PREFIX: server.prefix },
    ...{ LOG_LEVEL: 'silent', LC_ALL: 'C' },
  };
  afterAll(() => server.drop());

  it('replaces a key, keeps the old public one, and lists both', async () => {
    const old = await openKeyPair(join(folder, 'keys'), 'checkpoints');
    const said = await runCommand(keysCommand(), ['rotate', 'checkpoints', '--grace', '1h'], environment);
    const fresh = await openKeyPair(join(folder, 'keys'), 'checkpoints');
    expect(said).toMatch(new RegExp(`^checkpoints {2}${old.kid} -> ${fresh.kid} {2}\\(`));
    const listed = await runCommand(keysCommand(), ['list'], environment);
    expect(listed.trim().split('\n').toSorted()).toEqual(
      [`checkpoints  ${old.kid}`, `checkpoints  ${fresh.kid}`].toSorted(),
    );
    const kept = readFileSync(join(folder, 'keys', `checkpoints.${old.kid}.pub.jwk`), 'utf8');
    expect(kept).not.toContain('"d"');
  });

  it('has it recorded who did', async () => {
    const connection = await openConnection(server.uri);
    const { records, operations } = await openAuditDatabase(connection, server.prefix);
    const names = await operations.find().toArray();
    expect(names.map(({ name }) => name)).toEqual(['keys rotate checkpoints']);
    const stages = await records.find().sort({ _id: 1 }).toArray();
    expect(stages.map(({ stage }) => stage)).toEqual(['BEGUN', 'ENDED']);
    await connection.close();
  });

  it('finds its folder by KEYS_DIR', async () => {
    const elsewhere = { ...environment, KEYS_DIR: join(folder, 'elsewhere') };
    const { kid } = await openKeyPair(join(folder, 'elsewhere'), 'reports');
    expect(await runCommand(keysCommand(), ['list'], elsewhere)).toBe(`reports  ${kid}\n`);
  });
});
