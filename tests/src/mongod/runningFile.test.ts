import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processIdentity } from '../../../src/mongod/processIdentity.ts';
import { lives, readRunning, removeRunning, writeRunning, type Running } from '../../../src/mongod/runningFile.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the file of the running product', () => {
  const folder = temporaryFolder();
  const running: Running = {
    uri: 'mongodb://127.0.0.1:1/',
    mongod: { pid: 1, identity: 'a' },
    owner: { pid: 2, identity: 'b' },
    kind: 'product',
    started: '2026-01-05T08:00:00.000Z',
  };
  afterEach(() => removeRunning(folder));

  it('is read as it was written, by this user only', async () => {
    await writeRunning(folder, running);
    expect(await readRunning(folder)).toEqual(running);
    expect((await stat(join(folder, 'running.json'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['running.json']);
  });

  it('says nothing when it is missing, torn or of another release', async () => {
    expect(await readRunning(folder)).toBeUndefined();
    await writeFile(join(folder, 'running.json'), '{"uri":"mongodb://');
    expect(await readRunning(folder)).toBeUndefined();
    await writeFile(join(folder, 'running.json'), JSON.stringify({ ...running, owner: 2 }));
    expect(await readRunning(folder)).toBeUndefined();
  });

  it('takes a process of the same number for another one', async () => {
    const identity = (await processIdentity(process.pid)) ?? '';
    expect(await lives({ pid: process.pid, identity })).toBe(true);
    expect(await lives({ pid: process.pid, identity: `${identity}0` })).toBe(false);
  });
});
