import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import fastify from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import { pino } from 'pino';
import { disabledPlugins } from '../../../gateway/apollo/disabledPlugins.ts';
import { replyPlugin } from '../../../gateway/apollo/replyPlugin.ts';
import type { GatewayContext } from '../../../gateway/GatewayContext.ts';
import { graphqlRoute } from '../../../gateway/http/graphqlRoute.ts';
import { OperationsInFlight } from '../../../gateway/http/OperationsInFlight.ts';
import { KERNEL_ERRORS } from '../../../src/errors/codes.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { identifyCaller } from '../../../src/identity/identifyCaller.ts';
import { signDevToken } from '../../../src/identity/devTokens.ts';
import { openKeyPair, type KeyPair } from '../../../src/identity/keys.ts';
import { startToyGateway, type ToyGateway } from '../../kit/startToyGateway.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

const ID_NUMBER = '350102199001011234';
const MODERN = { accept: 'application/graphql-response+json' };
const JSON_HEADERS = { 'content-type': 'application/json' };

describe('the door of the graph', () => {
  const folder = temporaryFolder();
  let gateway: ToyGateway;
  let key: KeyPair;

  beforeAll(async () => {
    key = await openKeyPair(folder, 'tokens');
    gateway = await startToyGateway({ identify: identifyCaller(key), bodyLimit: 2_000 });
  });

  afterAll(() => gateway.stop());

  it('answers queries by GET when they cannot be forged', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    const reply = await gateway.send(`/graphql?query=${encodeURIComponent('{ taxYears }')}`, { headers });
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ data: { taxYears: [2024, 2025] } });
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses mutations by GET with 405, and runs nothing', async () => {
    const query = encodeURIComponent('mutation { rename(uscc: "91350100M000100Y43", name: "甲") { name } }');
    const reply = await gateway.send(`/graphql?query=${query}`, { headers: { 'apollo-require-preflight': 'true' } });
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('POST');
    expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'METHOD_NOT_ALLOWED' });
    expect(gateway.probe.renamed).toEqual([]);
  });

  for (const [language, message] of [
    ['en', 'Refused, since a foreign web page could have sent this request unnoticed.'],
    ['zh-CN', '请求被拒绝：该请求可能由其他网站冒名发出（跨站请求伪造防护）。'],
  ] as const) {
    it(`refuses a query by GET that could be forged, in ${language}`, async () => {
      const reply = await gateway.send('/graphql?query={taxYears}', { headers: { 'accept-language': language } });
      expect(reply.status).toBe(400);
      expect(reply.body.errors).toEqual([{ message, extensions: { code: 'CSRF_BLOCKED' } }]);
    });
  }

  for (const method of ['PUT', 'PATCH', 'DELETE']) {
    it(`refuses ${method} with 405`, async () => {
      const reply = await gateway.send('/graphql', { method });
      expect(reply.status).toBe(405);
      expect(reply.headers.get('allow')).toBe('GET, POST');
      expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'METHOD_NOT_ALLOWED' });
    });
  }

  it('refuses a caller that accepts neither media type', async () => {
    const reply = await gateway.send('/graphql', {
      method: 'POST',
      headers: { ...JSON_HEADERS, accept: 'text/html', 'accept-language': 'zh' },
      body: JSON.stringify({ query: '{ taxYears }' }),
    });
    expect(reply.status).toBe(406);
    expect(JSON.parse(reply.text)).toMatchObject({ errors: [{ extensions: { code: 'NOT_ACCEPTABLE' } }] });
  });

  for (const [name, body] of [
    ['no query', { variables: {} }],
    ['a query that is no text', { query: 1 }],
    ['variables that are text', { query: '{ taxYears }', variables: ID_NUMBER }],
    ['an operation name that is a list', { query: '{ taxYears }', operationName: [ID_NUMBER] }],
  ] as const) {
    it(`refuses a request with ${name}`, async () => {
      const reply = await gateway.send('/graphql', {
        method: 'POST',
        headers: { ...JSON_HEADERS, 'accept-language': 'zh-CN' },
        body: JSON.stringify(body),
      });
      expect(reply.status).toBe(400);
      expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'BAD_REQUEST' });
      expect(reply.body.errors?.[0]?.message).toMatch(/^不是有效的 GraphQL 请求/);
      expect(reply.text).not.toContain(ID_NUMBER);
    });
  }

  it('never repeats a value, be it a literal or a variable', async () => {
    for (const [query, variables] of [
      [`{ enterprise(uscc: "${ID_NUMBER}") { name } }`, {}],
      [`{ enterprises(first: "${ID_NUMBER}") { name } }`, {}],
      [`{ search(filter: { name: ${ID_NUMBER} }) { name } }`, {}],
      ['query($v: USCC!) { enterprise(uscc: $v) { name } }', { v: `${ID_NUMBER}1` }],
      ['query($v: Int) { enterprises(first: $v) { name } }', { v: ID_NUMBER }],
      ['query($v: NameFilter!) { search(filter: $v) { name } }', { v: { name: '张三', limit: ID_NUMBER } }],
      ['query($v: Status!) { byStatus(status: $v) { name } }', { v: ID_NUMBER }],
    ] as const) {
      const reply = await gateway.ask(query, variables);
      if (query.includes(`uscc: "${ID_NUMBER}"`)) continue;
      expect(reply.body.errors?.length).toBeGreaterThan(0);
      expect(reply.text).not.toContain('199001');
      expect(reply.text).not.toContain('张三');
    }
  });

  it('says which part of a code is wrong, for a literal and for a variable alike', async () => {
    const literal = await gateway.ask('{ enterprise(uscc: "1") { name } }', {}, { ...MODERN });
    const variable = await gateway.ask('query($v: USCC!) { enterprise(uscc: $v) { name } }', { v: '1' }, { ...MODERN });
    const text = 'Not a unified social credit code: it does not have 18 characters.';
    for (const [reply, message] of [
      [literal, text],
      [variable, `${text} (variable v)`],
    ] as const) {
      expect(reply.status).toBe(400);
      expect(reply.body.data).toBeUndefined();
      expect(reply.body.errors?.[0]).toMatchObject({
        message,
        locations: [{ line: 1 }],
        extensions: { code: 'USCC_INVALID', details: { part: 'LENGTH' } },
      });
    }
  });

  it('carries the language of the caller to the departments', async () => {
    const reply = await gateway.ask('{ locale }', {}, { 'accept-language': 'de, zh-Hant;q=0.8, en;q=0.3' });
    expect(reply.body).toEqual({ data: { locale: 'zh' } });
  });

  it('takes the request id of the caller, gives it back, and quotes it in what is masked', async () => {
    const reply = await gateway.ask('{ broken }', {}, { 'x-request-id': 'front-end-4711' });
    expect(reply.headers.get('x-request-id')).toBe('front-end-4711');
    expect(reply.body.errors).toEqual([
      {
        message: 'Something went wrong on our side. Quote the request id front-end-4711 when you report it.',
        path: ['broken'],
        extensions: {
          code: 'INTERNAL_SERVER_ERROR',
          service: 'registry',
          owner: '市场监督管理局',
          requestId: 'front-end-4711',
          retryable: true,
        },
      },
    ]);
  });

  it('logs a masked fault once, under its request id, without values and not for the caller', async () => {
    gateway.log.length = 0;
    const reply = await gateway.ask('{ broken }', {}, { 'x-request-id': 'front-end-4712' });
    expect(reply.text).not.toMatch(/E11000|at \w|\.ts/);
    const lines = gateway.log.filter(({ msg }) => msg === 'unexpected failure');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      requestId: 'front-end-4712',
      service: 'registry',
      path: ['broken'],
      fault: { type: 'Error', message: 'E11000 duplicate key { idNumber: "…" }' },
    });
    expect(JSON.stringify(lines)).not.toContain('199001');
  });

  it('knows a department by its token', async () => {
    const token = await signDevToken(key, { department: 'tax', operator: 'li', ttl: 60 });
    const reply = await gateway.ask('{ department }', {}, { authorization: `Bearer ${token}` });
    expect(reply.body).toEqual({ data: { department: 'tax' } });
  });

  for (const [language, message] of [
    ['en', 'The access token is not valid, or no longer.'],
    ['zh-CN', '访问令牌无效或已过期。'],
  ] as const) {
    it(`refuses a wrong token with 401 before it reads the body, in ${language}`, async () => {
      const reply = await gateway.send('/graphql', {
        method: 'POST',
        headers: { ...JSON_HEADERS, authorization: 'Bearer forged', 'accept-language': language },
        body: '{ not json',
      });
      expect(reply.status).toBe(401);
      expect(reply.body).toEqual({ errors: [{ message, extensions: { code: 'TOKEN_INVALID' } }] });
    });
  }
});

it('lets go of what was answered once that is written', async () => {
  const answered: FormattedExecutionResult[] = [];
  const keep: ApolloServerPlugin<GatewayContext> = {
    requestDidStart: async () =>
      Promise.resolve({
        willSendResponse: async ({ response: { body } }) => {
          if (body.kind === 'single') answered.push(body.singleResult);
          return Promise.resolve();
        },
      }),
  };
  const table = KERNEL_ERRORS;
  const reply = replyPlugin({ table, logger: pino({ enabled: false }) });
  const plugins = [...disabledPlugins(), reply, keep];
  const resolvers = { Query: { a: () => 1 } };
  const apollo = new ApolloServer<GatewayContext>({ typeDefs: 'type Query { a: Int }', resolvers, plugins });
  await apollo.start();
  const server = fastify();
  const operations = new OperationsInFlight();
  const identify = async () => Promise.resolve(ANONYMOUS);
  graphqlRoute(server, { apollo, operations, table, identify, clock: () => new Date(), paths: ['/graphql'] });
  const written = await server.inject({ method: 'POST', url: '/graphql', payload: { query: '{ a }' } });
  await apollo.stop();
  expect(written.json()).toEqual({ data: { a: 1 } });
  expect(answered).toEqual([{ data: null }]);
});
