import { clientsCommand } from '../../../gateway/commands/clientsCommand.ts';
import { openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { ClientDirectory } from '../../../src/identity/clients/ClientDirectory.ts';
import { openIdentityDatabase, type IdentityDatabase } from '../../../src/identity/clients/IdentityDatabase.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph clients', () => {
  const folder = temporaryFolder();
  const server = testDatabase();
  const environment = {
    MONGODB_URI: server.uri,
    DATABASE_PREFIX: server.prefix,
    DATA_DIR: folder,
    LANG: 'en_GB.UTF-8',
  };
  let database: IdentityDatabase;

  beforeAll(async () => {
    database = await openIdentityDatabase(await openConnection(server.uri), server.prefix);
  });
  afterAll(async () => {
    await database.connection.close();
    await server.drop();
  });

  const run = (...words: readonly string[]): Promise<string> => runCommand(clientsCommand(), words, environment);
  const part = (output: string, name: string): string =>
    new RegExp(`^${name}: (?<value>\\S+)$`, 'm').exec(output)?.groups?.['value'] ?? '';
  const codeOf = (text: string): Promise<string> =>
    new ClientDirectory(database).callerOfKey(text).then(
      ({ audience, department }) => `${audience} ${department ?? ''}`.trim(),
      (error: unknown) => String((error as { code: unknown }).code),
    );

  it('registers a client, shows its key this once, rotates it and revokes it', async () => {
    const created = await run('create', '福州 某系统', '--audience', 'INTERNAL', '--department', 'registry');
    const [client, first] = [part(created, 'client'), part(created, 'credential')];
    expect(await codeOf(first)).toBe('INTERNAL registry');

    const id = first.slice(0, 16);
    const second = part(await run('rotate', id, '--grace', '1h'), 'credential');
    expect([await codeOf(first), await codeOf(second)]).toEqual(['INTERNAL registry', 'INTERNAL registry']);
    const third = part(await run('add', client, '--ttl', '30d'), 'credential');

    const listed = await run('list');
    const asJson = JSON.parse(await run('list', '--json')) as readonly { readonly id: string }[];
    expect(asJson.map((one) => one.id)).toEqual([client]);
    for (const text of [first, second, third]) {
      expect(listed).toContain(`  ${text.slice(0, 16)}  KEY  valid until`);
      expect(listed + JSON.stringify(asJson)).not.toContain(text.slice(16));
    }
    expect(JSON.stringify(asJson)).not.toContain('digest');

    expect(await run('revoke', second.slice(0, 16))).toBe(`revoked: ${second.slice(0, 16)}\n`);
    expect([await codeOf(second), await codeOf(third)]).toEqual(['API_KEY_REVOKED', 'INTERNAL registry']);
    await run('revoke', client);
    expect(await codeOf(third)).toBe('API_KEY_REVOKED');
    await expect(run('rotate', third.slice(0, 16))).rejects.toThrow('There is no such client, key or secret');
    await expect(run('revoke', 'c_none')).rejects.toThrow('There is no such client, key or secret');
  });

  it.each([
    [['create', 'x', '--audience', 'INTERNAL'], 'An INTERNAL client belongs to a department'],
    [
      ['create', 'x', '--audience', 'INTERNAL', '--department', 'nowhere'],
      'An INTERNAL client belongs to a department',
    ],
    [['create', 'x', '--department', 'registry'], 'Only INTERNAL clients belong to a department'],
    [['create', 'x', '--audience', 'AGENCY', '--scope', 'registry:*'], 'Only INTERNAL clients have scopes'],
    [
      ['create', 'x', '--audience', 'INTERNAL', '--department', 'registry', '--scope', 'credit:*'],
      'A scope is registry:*',
    ],
    [['create', 'x', '--organisation', '91350100M000100Y44'], 'not a valid unified social credit code'],
    [['create', ' '], 'Write a name'],
  ])('registers nobody for %j', async (words, message) => {
    const before = await database.clients.countDocuments();
    await expect(run(...words)).rejects.toThrow(message);
    expect(await database.clients.countDocuments()).toBe(before);
  });
});
