import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentWithFile } from '../../../src/config/environmentWithFile.ts';

describe('environmentWithFile', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'env-file-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is the environment where there is no file', () => {
    expect(environmentWithFile(folder, { PORT: '1' })).toEqual({ PORT: '1' });
  });

  it('completes the environment, which wins', async () => {
    await writeFile(join(folder, '.env'), '# ours\nPORT=2\nHOST="0.0.0.0"\n');
    expect(environmentWithFile(folder, { PORT: '1' })).toEqual({ PORT: '1', HOST: '0.0.0.0' });
  });
});
