import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ExportRecord } from '../../../../src/ledger/verify/ExportRecord.ts';
import { readLedgerFile, writeLedgerFile } from '../../../../src/ledger/verify/ledgerFile.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { bodyOf } from '../bodyOf.ts';

const hex = 'a'.repeat(64);
const entry = { seq: 1, prevHash: hex, time: '2026-06-15T04:00:00.000Z', bodyDigest: hex, hash: hex, event: 'f@1' };
const RECORDS: readonly ExportRecord[] = [
  { keys: [{ kty: 'OKP', kid: 'k', purpose: 'checkpoints' }], exportedAt: '2026-06-15T04:00:00.000Z' },
  { entry: { ...entry, salt: '00', body: bodyOf('f@1', { title: '第一行\n第二行 \u2028 𠮷' }) } },
  { entry: { ...entry, seq: 2, withheld: '依法' } },
  { checkpoint: { seq: 2, jws: 'a.b.c' } },
];

async function* all(records: readonly ExportRecord[]): AsyncGenerator<ExportRecord> {
  yield* await Promise.resolve(records);
}

async function read(path: string): Promise<ExportRecord[]> {
  const records: ExportRecord[] = [];
  for await (const record of readLedgerFile(path)) records.push(record);
  return records;
}

describe('an exported ledger', () => {
  const folder = temporaryFolder();

  it.each(['ledger.jsonl', 'ledger.jsonl.gz'])('comes back from %s as it was', async (name) => {
    const path = join(folder, name);
    await writeLedgerFile(path, all(RECORDS));
    expect(await read(path)).toEqual(RECORDS);
    const bytes = await readFile(path);
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    expect(text.split('\n')).toHaveLength(RECORDS.length + 1);
  });

  it('is never written over a file that is there', async () => {
    const path = join(folder, 'kept.jsonl');
    await writeFile(path, 'mine');
    await expect(writeLedgerFile(path, all(RECORDS))).rejects.toMatchObject({ code: 'INGEST_FILE_UNREADABLE' });
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  it.each([
    ['missing.jsonl', undefined, 'ENOENT'],
    ['missing.jsonl.gz', undefined, 'ENOENT'],
    ['plain.jsonl.gz', '{"keys":[]}', /Z_DATA_ERROR/],
    ['other.jsonl', `${JSON.stringify(RECORDS[0])}\n{"entry":{"seq":"110101199003070011"}}`, 'line 2'],
    ['broken.jsonl', '{"keys"', 'line 1'],
  ])('says of %s what is wrong, and nothing of what it holds', async (name, content, reason) => {
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    const failure: unknown = await read(path).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'INGEST_FILE_UNREADABLE' });
    expect(String(failure)).toMatch(reason);
    expect(String(failure)).not.toContain('110101199003070011');
  });
});
