import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadConfig } from '../../../src/config/env.ts';
import { findMongod } from '../../../src/mongod/findMongod.ts';
import { mongodConfig, silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('findMongod', () => {
  const before = process.env['MONGOMS_DOWNLOAD_MIRROR'];
  const folder = temporaryFolder();
  let real: string;
  beforeAll(async () => {
    real = (await findMongod(mongodConfig({ DATA_DIR: folder }), silent)).path;
    process.env['MONGOMS_DOWNLOAD_MIRROR'] = 'http://127.0.0.1:9';
  });
  afterAll(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, 'MONGOMS_DOWNLOAD_MIRROR');
    else process.env['MONGOMS_DOWNLOAD_MIRROR'] = before;
  });

  /** Folders that hold a server each: on the PATH, and in the cache. */
  const everywhere = async () => {
    const onPath = join(folder, 'bin');
    const inCache = join(folder, 'cache', 'mongod', `${process.platform}-${process.arch}`);
    await Promise.all([onPath, inCache].map((each) => mkdir(each, { recursive: true })));
    await Promise.all([onPath, inCache].map((each) => symlink(real, join(each, 'mongod'))));
    return { PATH: onPath, CACHE_DIR: join(folder, 'cache'), MONGOD_PATH: real };
  };

  it('prefers MONGOD_PATH to the PATH, and that to the cache', async () => {
    const { MONGOD_PATH, PATH, CACHE_DIR } = await everywhere();
    const chosen = async (environment: NodeJS.ProcessEnv) => (await findMongod(loadConfig(environment), silent)).from;
    expect(await chosen({ MONGOD_PATH, PATH, CACHE_DIR })).toBe('MONGOD_PATH');
    expect(await chosen({ PATH, CACHE_DIR })).toBe('PATH');
    expect(await chosen({ CACHE_DIR })).toBe('cache');
  });

  it('logs the choice', async () => {
    const lines: unknown[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) });
    const found = await findMongod(loadConfig({ MONGOD_PATH: real }), log);
    expect(lines).toEqual([expect.objectContaining({ ...found, msg: 'MongoDB server program chosen' })]);
  });

  it('tells for each way why it led nowhere', async () => {
    const old = join(folder, 'old');
    await mkdir(old);
    await writeFile(join(old, 'mongod'), '#!/bin/sh\necho db version v4.4.1\n', { mode: 0o755 });
    const config = loadConfig({ PATH: old, CACHE_DIR: join(folder, 'empty') });
    await expect(findMongod(config, silent)).rejects.toMatchObject({
      code: 'MONGOD_NOT_FOUND',
      message: expect.stringMatching(
        new RegExp(
          '^No MongoDB server was found:\n' +
            '  1\\. MONGOD_PATH is not set\n' +
            '  2\\. .*4\\.4\\.1; at least 6\\.0 is needed\n' +
            '  3\\. .*there is no such file\n' +
            '  4\\. official build 7\\.0\\.40: .+\n' +
            '  5\\. .+$',
        ),
      ) as string,
    });
  });
});
