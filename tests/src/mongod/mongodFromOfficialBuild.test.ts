import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mongodFromOfficialBuild } from '../../../src/mongod/mongodFromOfficialBuild.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const SETTINGS = ['MONGOMS_DOWNLOAD_MIRROR', 'MONGOMS_USE_HTTP'];

describe('mongodFromOfficialBuild', () => {
  const before = SETTINGS.map((name) => [name, process.env[name]] as const);
  let mirror: Server;
  let answer: RequestListener;
  const folder = temporaryFolder();

  beforeAll(async () => {
    mirror = createServer((request, response) => {
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(mirror, 'listening');
    process.env['MONGOMS_DOWNLOAD_MIRROR'] = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
    process.env['MONGOMS_USE_HTTP'] = 'true';
  });
  afterAll(() => {
    mirror.closeAllConnections();
    mirror.close();
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  });

  const rubbish = (cacheDir: string) => readdir(join(cacheDir, 'mongod', `${process.platform}-${process.arch}`));

  /** An archive laid out as MongoDB's, with a program that only tells a version. */
  const archive = async (): Promise<Buffer> => {
    await mkdir(join(folder, 'mongodb', 'bin'), { recursive: true });
    await writeFile(join(folder, 'mongodb', 'bin', 'mongod'), '#!/bin/sh\necho db version v7.0.40\n', { mode: 0o755 });
    await promisify(execFile)('tar', ['-czf', join(folder, 'mongodb.tgz'), '-C', folder, 'mongodb']);
    return readFile(join(folder, 'mongodb.tgz'));
  };

  const serve = (content: Buffer, checksum: string): RequestListener => {
    return (request, response) => {
      const body = request.url?.endsWith('.md5') ? Buffer.from(`${checksum}  mongodb.tgz\n`) : content;
      response.writeHead(200, { 'content-length': body.length }).end(body);
    };
  };

  it('keeps the program of the archive for this machine', async () => {
    const cacheDir = join(folder, 'served');
    const content = await archive();
    answer = serve(content, createHash('md5').update(content).digest('hex'));
    const found = await mongodFromOfficialBuild({ cacheDir }, silent);
    expect(found).toMatchObject({ from: 'official build', version: '7.0.40' });
    expect(await rubbish(cacheDir)).toEqual(['mongod']);
  });

  it('refuses an archive that was changed on its way', async () => {
    const cacheDir = join(folder, 'changed');
    answer = serve(await archive(), '0'.repeat(32));
    const found = await mongodFromOfficialBuild({ cacheDir }, silent);
    expect(found).toEqual({ missed: expect.stringMatching(/^official build 7\.0\.40: .*MD5/i) as string });
    expect(await rubbish(cacheDir)).toEqual([]);
  });

  it('gives up at once where the archive is not to be had', async () => {
    const cacheDir = join(folder, 'missing');
    answer = (_request, response) => response.writeHead(404).end();
    const began = Date.now();
    const found = await mongodFromOfficialBuild({ cacheDir }, silent);
    expect(found).toEqual({ missed: expect.stringContaining('official build 7.0.40: ') as string });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await rubbish(cacheDir)).toEqual([]);
  });

  it('gives up soon where the network swallows the download', async () => {
    const cacheDir = join(folder, 'stalled');
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 70_000_000 });
      response.write('a beginning');
    };
    const found = await mongodFromOfficialBuild({ cacheDir }, silent, 700);
    expect(found).toEqual({ missed: 'official build 7.0.40: the download brought nothing for 0.7 s' });
    expect(await rubbish(cacheDir)).toEqual([]);
  });
});
