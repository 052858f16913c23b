import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMongod } from '../../../src/mongod/findMongod.ts';
import type { FoundMongod } from '../../../src/mongod/FoundMongod.ts';
import { mongodOnPath } from '../../../src/mongod/mongodOnPath.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('mongodOnPath', () => {
  const folder = temporaryFolder();
  let real: FoundMongod;
  let folders: { empty: string; old: string; good: string };
  beforeAll(async () => {
    real = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
    folders = { empty: join(folder, 'empty'), old: join(folder, 'old'), good: join(folder, 'good') };
    await Promise.all(Object.values(folders).map((each) => mkdir(each)));
    await symlink(real.path, join(folders.good, 'mongod'));
    await writeFile(join(folders.old, 'mongod'), '#!/bin/sh\necho db version v4.4.1\n', { mode: 0o755 });
  });

  it('takes a server program on the PATH', async () => {
    expect(await mongodOnPath({ programFolders: [folders.empty, folders.good] })).toEqual({
      path: join(folders.good, 'mongod'),
      from: 'PATH',
      version: real.version,
    });
  });

  it('passes by one that is too old', async () => {
    const found = await mongodOnPath({ programFolders: [folders.old, folders.good] });
    expect(found).toMatchObject({ path: join(folders.good, 'mongod') });
  });

  it('says why it took none', async () => {
    expect(await mongodOnPath({ programFolders: [folders.empty, '/nowhere'] })).toEqual({
      missed: 'there is no mongod on the PATH',
    });
    expect(await mongodOnPath({ programFolders: [folders.old] })).toEqual({
      missed: `${join(folders.old, 'mongod')}: its version is 4.4.1; at least 6.0 is needed`,
    });
  });
});
