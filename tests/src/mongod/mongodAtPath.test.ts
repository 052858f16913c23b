import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findMongod } from '../../../src/mongod/findMongod.ts';
import { mongodAtPath } from '../../../src/mongod/mongodAtPath.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('mongodAtPath', () => {
  const folder = temporaryFolder();
  const program = async (name: string, script: string): Promise<string> => {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return join(folder, name);
  };

  it('takes the server program that MONGOD_PATH names', async () => {
    const { path, version } = await findMongod(mongodConfig({ DATA_DIR: folder }), silent);
    expect(await mongodAtPath({ mongodPath: path })).toEqual({ path, version, from: 'MONGOD_PATH' });
  });

  it('says that MONGOD_PATH is not set', async () => {
    expect(await mongodAtPath({ mongodPath: undefined })).toEqual({ missed: 'MONGOD_PATH is not set' });
  });

  it('refuses a file that is missing, instead of trying other ways', async () => {
    const path = join(folder, 'nowhere');
    await expect(mongodAtPath({ mongodPath: path })).rejects.toMatchObject({
      code: 'MONGOD_UNUSABLE',
      details: { path, reason: 'there is no such file' },
    });
  });

  it('refuses a file that may not be executed', async () => {
    const path = join(folder, 'text');
    await writeFile(path, 'mongod', { mode: 0o600 });
    await expect(mongodAtPath({ mongodPath: path })).rejects.toMatchObject({
      details: { reason: 'it may not be executed by this user' },
    });
  });

  it('refuses another program', async () => {
    const path = await program('other', 'echo 1.0');
    await expect(mongodAtPath({ mongodPath: path })).rejects.toMatchObject({
      details: { reason: 'it is not a MongoDB server' },
    });
  });

  it('refuses a server that is too old', async () => {
    const path = await program('old', 'echo db version v5.0.31');
    await expect(mongodAtPath({ mongodPath: path })).rejects.toMatchObject({
      details: { reason: 'its version is 5.0.31; at least 6.0 is needed' },
    });
  });

  it('tells which library a server lacks', async () => {
    const path = await program('lacking', 'echo "mongod: libcurl.so.4: cannot open shared object file" >&2; exit 127');
    await expect(mongodAtPath({ mongodPath: path })).rejects.toMatchObject({
      details: { reason: 'mongod: libcurl.so.4: cannot open shared object file' },
    });
  });
});
