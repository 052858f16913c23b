import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { parse } from 'graphql';
import { pino } from 'pino';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { HttpTransport, type HttpOptions } from '../../../gateway/transport/HttpTransport.ts';
import type { DepartmentAnswer, DepartmentFetch } from '../../../gateway/transport/Transport.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';

const closing: (() => Promise<void>)[] = [];
const context: GatewayContext = {
  request: { caller: ANONYMOUS, requestId: 'request-1', now: new Date(), locale: 'en' },
  reply: { isFormatted: false },
};

/** A department that answers as told, and what it was asked. */
async function department(listener: RequestListener, options: Partial<HttpOptions> = {}) {
  const asked: { readonly headers: NodeJS.Dict<string | string[]>; readonly body: unknown }[] = [];
  const sockets = new Set<unknown>();
  const server = createServer((request, response) => {
    sockets.add(request.socket);
    void text(request).then((body) => {
      asked.push({ headers: request.headers, body: JSON.parse(body) });
      listener(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?v=1`;
  const logger = pino({ level: 'silent' });
  const transport = new HttpTransport({ name: 'tax', title: '税务局' }, { url, logger, deadlineMs: 1_000, ...options });
  closing.push(async () => {
    await transport.close();
    server.closeAllConnections();
    server.close();
  });
  const fetch = async (query: string, more: Partial<DepartmentFetch> = {}): Promise<DepartmentAnswer> =>
    transport.fetch({ query, document: parse(query), operationName: undefined, variables: {}, context, ...more });
  return { fetch, asked, sockets, transport };
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const answers =
  (body: string, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  };

describe('a department in another process', () => {
  it('is asked by POST over connections that stay open, and its data are the answer', async () => {
    const { fetch, asked, sockets } = await department(answers('{"data":{"a":"税"}}'), {
      headersOf: ({ request }) => ({ 'x-request-id': request.requestId }),
    });
    const query = 'query Q($x: Int) { a(x: $x) }';
    const document = parse(query);
    const answer = await fetch(query, { document, operationName: 'Q', variables: { x: 1 } });
    await fetch(query, { document, operationName: 'Q', variables: { x: 2 } });
    expect(answer).toEqual({ data: { a: '税' } });
    expect(asked.slice(0, 2).map(({ body }) => body)).toEqual([
      { query, operationName: 'Q', variables: { x: 1 } },
      { query, operationName: 'Q', variables: { x: 2 } },
    ]);
    expect(asked[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'x-request-id': 'request-1' });
    for (let x = 0; x < 10; x += 1) await fetch(query, { document });
    expect(sockets.size).toBeLessThanOrEqual(2);
  });

  it('has its errors named, and keeps their codes', async () => {
    const body =
      '{"data":{"a":null},"errors":[{"message":"no","path":["a"],"extensions":{"code":"LATE"}},{"message":"?"}]}';
    const { fetch } = await department(answers(body));
    const { data, errors } = await fetch('{ a }');
    expect(data).toEqual({ a: null });
    expect(errors).toMatchObject([
      { message: 'no', path: ['a'], extensions: { code: 'LATE', service: 'tax', owner: '税务局' } },
      { message: '?', path: ['a'], extensions: { code: 'INTERNAL_SERVER_ERROR', service: 'tax', owner: '税务局' } },
    ]);
  });

  it.each([
    ['HTML', '<html>Bad Gateway</html>', 502],
    ['nothing', '', 503],
    ['another form', '{"ok":true}', 200],
  ])('costs its own fields only where it answers %s', async (_name, body, status) => {
    const { fetch } = await department(answers(body, status));
    const answer = await fetch('{ a b: c }');
    const { since } = answer.errors?.[0]?.extensions ?? {};
    expect(Date.parse(String(since))).toBeGreaterThan(Date.now() - 5_000);
    const extensions = { code: 'DEPARTMENT_UNAVAILABLE', service: 'tax', owner: '税务局', since };
    expect(answer).toMatchObject({
      data: null,
      errors: [
        { path: ['a'], extensions },
        { path: ['b'], extensions },
      ],
    });
  });

  it('is given up after its deadline', async () => {
    const { fetch } = await department(() => undefined, { deadlineMs: 60 });
    const { errors } = await fetch('{ a }');
    expect(errors).toMatchObject([{ originalError: { message: 'No answer within 60 ms' } }]);
  });

  it('is sent a read once more where the connection is lost, a mutation never', async () => {
    let calls = 0;
    const { fetch } = await department((request, response) => {
      calls += 1;
      if (calls % 2 === 1) request.socket.destroy();
      else response.end('{"data":{"a":1}}');
    });
    expect(await fetch('{ a }')).toEqual({ data: { a: 1 } });
    expect(calls).toBe(2);
    expect((await fetch('mutation { a }')).errors).toHaveLength(1);
    expect(calls).toBe(3);
  });

  it('is sent a read once more where the connection is lost within the answer', async () => {
    let calls = 0;
    const { fetch } = await department((request, response) => {
      calls += 1;
      if (calls === 1) response.write('{"data":', () => request.socket.destroy());
      else response.end('{"data":{"a":1}}');
    });
    expect(await fetch('{ a }')).toEqual({ data: { a: 1 } });
  });

  it('is sent identical reads of the same rights once where that is wanted, each with an answer of its own', async () => {
    let number = 0;
    const { fetch, asked } = await department(
      (_request, response) => {
        setTimeout(() => response.end(`{"data":{"a":{"number":${(number += 1)}}}}`), 30);
      },
      { sharesReads: true, headersOf: ({ request }) => ({ locale: request.locale }) },
    );
    const chinese = { ...context, request: { ...context.request, locale: 'zh' as const } };
    const together = await Promise.all([
      fetch('{ a { number } }'),
      fetch('{ a { number } }'),
      fetch('{ a { number } }', { variables: { x: 1 } }),
      fetch('{ a { number } }', { context: chinese }),
      fetch('mutation { a { number } }'),
      fetch('mutation { a { number } }'),
    ]);
    expect(asked).toHaveLength(5);
    expect(together[0]).toEqual(together[1]);
    expect(together[0].data?.['a']).not.toBe(together[1].data?.['a']);
    expect((await fetch('{ a { number } }')).data).toEqual({ a: { number: 6 } });
  });

  it('is sent each read by default', async () => {
    const { fetch, asked } = await department(answers('{"data":{"a":1}}'));
    await Promise.all([fetch('{ a }'), fetch('{ a }')]);
    expect(asked).toHaveLength(2);
  });

  it('is asked each time where each fetch is to be judged by itself, however often it has failed', async () => {
    let count = 0;
    const listener: RequestListener = (request, response) => {
      count += 1;
      answers(count > 5 ? '{"data":{"a":1}}' : '<html>', 500)(request, response);
    };
    const { fetch } = await department(listener, { asksAlways: true });
    for (let failure = 0; failure < 5; failure += 1) expect((await fetch('{ a }')).data).toBeNull();
    expect(await fetch('{ a }')).toEqual({ data: { a: 1 } });
  });

  it('may compress what it answers', async () => {
    const { fetch } = await department((_request, response) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(gzipSync('{"data":{"a":1}}'));
    });
    expect(await fetch('{ a }')).toEqual({ data: { a: 1 } });
  });
});
