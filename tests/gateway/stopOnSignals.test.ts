import { once } from 'node:events';
import { startProgram } from '../kit/startProgram.ts';

/** Sends an operation that takes a while. */
async function askSlowly(url: string, milliseconds: number): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ slow(milliseconds: ${milliseconds}) }` }),
  });
  return response.json();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a process that is told to stop', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`finishes what is in flight at ${signal}, and exits with 0`, async () => {
      const program = await startProgram('tests/kit/programs/serveToys.ts', {});
      const slow = askSlowly(program.firstLine, 600);
      await pause(200);
      const exited = once(program.process, 'exit');
      program.process.kill(signal);
      expect(await slow).toEqual({ data: { slow: 'done' } });
      expect(await exited).toEqual([0, null]);
    });
  }

  it('leaves within ten seconds although a request would take longer', async () => {
    const program = await startProgram('tests/kit/programs/serveToys.ts', {});
    const slow = askSlowly(program.firstLine, 30_000).catch((error: unknown) => String(error));
    await pause(200);
    const told = Date.now();
    await program.end('SIGTERM');
    expect(Date.now() - told).toBeLessThan(10_000);
    expect(program.process.exitCode).toBe(0);
    expect(await slow).toContain('fetch failed');
  });

  it('leaves at once, with 1, when it is told twice', async () => {
    const program = await startProgram('tests/kit/programs/serveToys.ts', {});
    const slow = askSlowly(program.firstLine, 5_000).catch((error: unknown) => String(error));
    await pause(200);
    program.process.kill('SIGTERM');
    await pause(100);
    await program.end('SIGTERM');
    expect(program.process.exitCode).toBe(1);
    expect(await slow).toContain('fetch failed');
  });
});
