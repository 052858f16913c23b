import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepHead, readHead } from '../../../src/audit/headFile.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const headOf = (number: number) => ({ number, digest: String(number).padStart(64, '0') });

describe('the end of the log that is kept beside the database', () => {
  const root = temporaryFolder();

  it('is the last one, however many processes keep theirs at once, in whatever order', async () => {
    const folder = join(root, 'heads');
    expect(await readHead(folder)).toBeUndefined();
    const numbers = Array.from({ length: 60 }, (_, at) => ((at * 37) % 60) + 1);
    await Promise.all(numbers.map((number) => keepHead(folder, headOf(number))));
    expect(await readHead(folder)).toEqual(headOf(60));
    await keepHead(folder, headOf(3));
    expect(await readHead(folder)).toEqual(headOf(60));
    await keepHead(folder, headOf(61));
    expect(await readdir(folder)).toEqual(['61.json']);
  });

  it('is read from a copy of its file, and refused where that holds something else', async () => {
    const file = join(root, 'copy.json');
    expect(await readHead(file)).toBeUndefined();
    await writeFile(file, JSON.stringify(headOf(7)));
    expect(await readHead(file)).toEqual(headOf(7));
    await writeFile(file, '{}');
    await expect(readHead(file)).rejects.toThrow('holds no end of the audit log');
  });
});
