import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ledgerCommand } from '../../../gateway/commands/ledgerCommand.ts';
import { importCommand } from '../../../gateway/commands/importCommand.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { startCity } from '../../../gateway/startCity.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { publicKeys } from '../../../src/identity/publicKeys.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { runCommand } from '../../kit/runCommand.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('credit-graph ledger', () => {
  const folder = temporaryFolder();
  const elsewhere = temporaryFolder();
  const database = testDatabase();
  const environment = {
    ...{ MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix, DATA_DIR: folder, LOG_LEVEL: 'silent' },
    ...{ LC_ALL: 'C', PORT: '0' },
  };
  const exported = join(folder, 'ledger.jsonl.gz');
  const run = async (...words: string[]): Promise<{ readonly out: string; readonly code: number }> => {
    const before = process.exitCode;
    process.exitCode = 0;
    try {
      const out = await runCommand(ledgerCommand(), words, environment);
      return { out, code: process.exitCode };
    } finally {
      process.exitCode = before;
    }
  };

  beforeAll(async () => {
    const file = join(folder, 'listings.csv');
    const rows = ['甲公司', '乙公司', '丙公司'].map((name) => `${name},,未按期公示年度报告,2025-07-08,某局`);
    await writeFile(file, ['主体名称,统一社会信用代码,列入事由,列入日期,列入决定机关', ...rows].join('\n'));
    await runCommand(importCommand(), ['registry.abnormalListings', file], environment);
  });

  afterAll(() => database.drop());

  it('tells what waits for the ledger where no product has run since an import', async () => {
    const { out } = await run('status');
    expect(out).toContain('last entry: 0\n');
    expect(out).toMatch(/registry {2}not in the ledger yet: 3/);
  });

  it('finds all of it in the ledger, signed, after the product has run', async () => {
    const city = await startCity(loadConfig(environment), silent, await loadDepartments());
    await city.settled();
    await city.stop();
    const status = JSON.parse((await run('status', '--json')).out) as object;
    expect(status).toMatchObject({ head: 3, signedUpTo: 3, withheld: 0 });
    expect(JSON.stringify(status)).not.toMatch(/"outbox":[^0]/);
    const { out, code } = await run('verify');
    expect([code, out]).toEqual([
      0,
      'The ledger is sound.\n  entries: 3\n  bodies withheld: 0\n  checkpoints: 1\n  signed up to: 3\n',
    ]);
  });

  it('erases what one entry says and reports it as withheld, not as wrong', async () => {
    expect(await run('withhold', '2', '--reason', 'court order')).toEqual({
      ...{ code: 0, out: 'The body of entry 2 is erased.\n' },
    });
    expect((await run('withhold', '9', '--reason', 'court order')).code).toBe(1);
    const { out, code } = await run('verify');
    expect([code, out.includes('bodies withheld: 1 (2; what they said')]).toEqual([0, true]);
  });

  it('exports a file that is checked without a database, by its own keys or by those that are trusted', async () => {
    await run('export', exported);
    const offline = { ...environment, MONGODB_URI: 'mongodb://127.0.0.1:1/', DATA_DIR: elsewhere };
    const out = await runCommand(ledgerCommand(), ['verify', exported], offline);
    expect(out).toContain('The ledger is sound.');

    const known = join(folder, 'known.json');
    await writeFile(known, JSON.stringify({ keys: await publicKeys(join(folder, 'keys')) }));
    expect((await run('verify', exported, '--keys', known)).code).toBe(0);
    await openKeyPair(elsewhere, 'checkpoints');
    await writeFile(known, JSON.stringify({ keys: await publicKeys(elsewhere) }));
    const foreign = await run('verify', exported, '--keys', known);
    expect(foreign.code).toBe(1);
    expect(foreign.out).toContain('CHECKPOINT_KEY_UNKNOWN');
    await expect(run('verify', exported, '--keys', exported)).rejects.toThrow('no set of public keys');
  });

  it('tells a file with nothing in it from a ledger, and entries that nobody has signed', async () => {
    const file = join(folder, 'cut.jsonl');
    await writeFile(file, '');
    expect(await run('verify', file)).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOTHING_THERE') as string,
    });
    const lines = gunzipSync(await readFile(exported))
      .toString()
      .split('\n');
    await writeFile(file, lines.filter((line) => !line.startsWith('{"checkpoint"')).join('\n'));
    const { out, code } = await run('verify', file);
    expect(code).toBe(0);
    expect(out).toContain('signed up to: 0; entries after 0 are chained but not signed yet (3)');
    await writeFile(file, lines[0] ?? '');
    expect((await run('verify', file)).out).toContain('The ledger holds no entries.');
  });

  it('says which entry was tampered with, and ends with 1', async () => {
    const forged = join(folder, 'forged.jsonl.gz');
    const text = gunzipSync(await readFile(exported)).toString();
    await writeFile(forged, gzipSync(text.replace('2025-07-08', '2024-07-08')));
    const { out, code } = await run('verify', forged);
    expect(code).toBe(1);
    expect(out).toContain('  1: the body was changed (BODY_CHANGED)');
    await expect(run('verify', join(folder, 'none.jsonl'))).rejects.toThrow('can not be read');
  });
});
