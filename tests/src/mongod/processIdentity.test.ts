import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { processIdentity } from '../../../src/mongod/processIdentity.ts';

describe('processIdentity', () => {
  it('stays the same while a process lives', async () => {
    const first = await processIdentity(process.pid);
    expect(first).toMatch(/\S/);
    expect(await processIdentity(process.pid)).toBe(first);
  });

  it('differs between processes', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    expect(await processIdentity(child.pid ?? 0)).toMatch(/\S/);
    expect(await processIdentity(child.pid ?? 0)).not.toBe(await processIdentity(process.pid));
    child.kill();
    await once(child, 'exit');
  });

  it('is gone with the process', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    expect(await processIdentity(child.pid ?? 0)).toBeUndefined();
  });

  it('takes a dead process for dead although its parent has not noticed', async () => {
    // The shell starts a process, and becomes a program that never asks for its end before this comes.
    const shell = spawn('sh', ['-c', 'sleep 0.5 & echo $!; exec sleep 60']);
    const [line] = (await once(shell.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    const deadline = Date.now() + 5_000;
    while ((await processIdentity(pid)) !== undefined && Date.now() < deadline) await new Promise(setImmediate);
    expect(await processIdentity(pid)).toBeUndefined();
    expect(process.kill(pid, 0)).toBe(true);
    shell.kill();
    await once(shell, 'exit');
  });
});
