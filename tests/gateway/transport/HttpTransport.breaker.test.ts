import { setTimeout as pause } from 'node:timers/promises';
import { rm } from 'node:fs/promises';
import { parse } from 'graphql';
import { pino } from 'pino';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { HttpTransport } from '../../../gateway/transport/HttpTransport.ts';
import type { DepartmentAnswer } from '../../../gateway/transport/Transport.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { bundleProgram, startBundle, type StartedProgram } from '../../kit/startProgram.ts';

/** What the breaker promises: open within two seconds of a department's death. */
const OPENS_WITHIN_MS = 2_000;
const HELLO = '{ hello }';

let bundle: string;
let server: StartedProgram;
let transport: HttpTransport;
let port: string;

const start = async (at: string): Promise<StartedProgram> => startBundle(bundle, { GRAPH_PORT: at });
const ask = async (query: string): Promise<DepartmentAnswer> => {
  const context: GatewayContext = {
    request: { caller: ANONYMOUS, requestId: 'r', now: new Date(), locale: 'en' },
    reply: { isFormatted: false },
  };
  return transport.fetch({ query, document: parse(query), operationName: undefined, variables: {}, context });
};

/** Asks again and again until the breaker is in a state, and tells after how many milliseconds it is. */
async function until(state: 'open' | 'closed', query = HELLO): Promise<number> {
  const begun = performance.now();
  while ((transport.breaker === 'closed') !== (state === 'closed')) {
    void ask(query);
    await pause(20);
    if (performance.now() - begun > 5 * OPENS_WITHIN_MS)
      throw new Error(`not ${state} after ${5 * OPENS_WITHIN_MS} ms`);
  }
  return performance.now() - begun;
}

beforeAll(async () => {
  bundle = await bundleProgram('tests/kit/programs/serveGraph.ts');
});

beforeEach(async () => {
  server = await start('0');
  port = server.firstLine;
  transport = new HttpTransport(
    { name: 'tax', title: '税务局' },
    { url: `http://127.0.0.1:${port}/`, logger: pino({ level: 'silent' }), deadlineMs: 10_000 },
  );
});

afterEach(async () => {
  await transport.close();
  await server.end('SIGKILL');
});

afterAll(async () => rm(bundle));

describe('the breaker of a department in another process', () => {
  it('opens soon after the department was killed, refuses at once, and closes by itself when it is back', async () => {
    expect((await ask(HELLO)).errors).toBeUndefined();
    await server.end('SIGKILL');
    const opened = await until('open');
    expect(opened).toBeLessThan(OPENS_WITHIN_MS);

    const begun = performance.now();
    const refused = await ask(HELLO);
    expect(performance.now() - begun).toBeLessThan(50);
    expect(refused.errors).toMatchObject([
      { path: ['hello'], extensions: { code: 'DEPARTMENT_UNAVAILABLE', service: 'tax', owner: '税务局' } },
    ]);

    server = await start(port);
    while (transport.breaker !== 'closed') await pause(20);
    expect((await ask(HELLO)).data).toEqual({ hello: `hello from ${server.process.pid ?? 0}` });
  });

  it('opens soon after the department was stopped without closing its connections', async () => {
    expect((await ask(HELLO)).errors).toBeUndefined();
    server.process.kill('SIGSTOP');
    const opened = await until('open');
    expect(opened).toBeLessThan(OPENS_WITHIN_MS);
    expect((await ask(HELLO)).errors).toHaveLength(1);

    server.process.kill('SIGCONT');
    while (transport.breaker !== 'closed') await pause(20);
    expect((await ask(HELLO)).errors).toBeUndefined();
  });

  it('stays closed for a query that takes long while the department is alive', async () => {
    const slow = await ask('{ slow(ms: 1800) }');
    expect(slow.data).toEqual({ slow: 'at last' });
    expect(transport.breaker).toBe('closed');
  });

  it('keeps the same instant in every error until the department answers', async () => {
    await server.end('SIGKILL');
    const first = await ask(HELLO);
    await until('open');
    const later = await ask(HELLO);
    expect(later.errors?.[0]?.extensions?.['since']).toBe(first.errors?.[0]?.extensions?.['since']);
  });
});
