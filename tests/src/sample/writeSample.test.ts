import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadDepartments } from '../../../gateway/departments.ts';
import { writeSample } from '../../../src/sample/writeSample.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const SETTING = { enterprises: 400, seed: 3501, asOf: '2026-06-15' };

describe('a sample as a file', () => {
  const folder = temporaryFolder();

  it('holds a row a line with its collection, the same bytes each time, compressed or not', async () => {
    const departments = await loadDepartments();
    const [plain, again, packed] = ['plain.jsonl', 'again.jsonl', 'packed.jsonl.gz'].map((name) => join(folder, name));
    const counts = await writeSample(departments, SETTING, plain ?? '');
    await writeSample(departments, SETTING, again ?? '');
    await writeSample(departments, SETTING, packed ?? '');
    const text = readFileSync(plain ?? '', 'utf8');
    expect(readFileSync(again ?? '', 'utf8')).toBe(text);
    expect(gunzipSync(readFileSync(packed ?? '')).toString()).toBe(text);
    const rows = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { collection: string; uscc?: string });
    expect(rows[0]).toMatchObject({ collection: 'registry.enterprises', province: '福建省', city: '福州市' });
    for (const [collection, count] of Object.entries(counts)) {
      expect(rows.filter((row) => row.collection === collection)).toHaveLength(count);
    }
    expect(counts['registry.enterprises']).toBe(400);
  });

  it('says what the system says where it can not be written', async () => {
    const nowhere = join(folder, 'no', 'such', 'folder.jsonl');
    await expect(writeSample(await loadDepartments(), SETTING, nowhere)).rejects.toThrow('ENOENT');
  });
});
