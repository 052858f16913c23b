import { readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findMongod } from '../../../src/mongod/findMongod.ts';
import type { FoundMongod } from '../../../src/mongod/FoundMongod.ts';
import { keepMongod, mongodInCache } from '../../../src/mongod/mongodInCache.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the cache of server programs', () => {
  let real: FoundMongod;
  const folder = temporaryFolder();
  beforeAll(async () => {
    real = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
  });

  const linkTo = (target: string) => async (into: string) => {
    await symlink(target, join(into, 'fetched'));
    return join(into, 'fetched');
  };

  it('holds nothing at first', async () => {
    const cacheDir = join(folder, 'empty');
    expect(await mongodInCache({ cacheDir })).toEqual({
      missed: expect.stringContaining('there is no such file') as string,
    });
  });

  it('gives back the program that was fetched', async () => {
    const cacheDir = join(folder, 'filled');
    const kept = await keepMongod({ cacheDir }, linkTo(real.path));
    expect(kept.version).toBe(real.version);
    expect(await mongodInCache({ cacheDir })).toEqual({ ...kept, from: 'cache' });
    expect(await readdir(dirname(kept.path))).toEqual(['mongod']);
  });

  it('keeps nothing of a program that does not run here', async () => {
    const cacheDir = join(folder, 'refusing');
    const fetching = keepMongod({ cacheDir }, async (into) => {
      await writeFile(join(into, 'fetched'), '#!/nowhere/interpreter');
      return join(into, 'fetched');
    });
    await expect(fetching).rejects.toThrow('there is no such file');
    expect(await readdir(join(cacheDir, 'mongod', `${process.platform}-${process.arch}`))).toEqual([]);
  });

  it('serves runs that fetch at the same time', async () => {
    const cacheDir = join(folder, 'contested');
    const kept = await Promise.all([1, 2, 3].map(() => keepMongod({ cacheDir }, linkTo(real.path))));
    expect(new Set(kept.map(({ path }) => path)).size).toBe(1);
    expect(await readdir(join(cacheDir, 'mongod', `${process.platform}-${process.arch}`))).toEqual(['mongod']);
  });
});
