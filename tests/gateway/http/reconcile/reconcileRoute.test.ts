import { AppError } from '../../../../src/errors/AppError.ts';
import { startToyGateway, type ToyGateway, type ToyReply } from '../../../kit/startToyGateway.ts';
import { violations } from './validate.ts';

/** The toys know no enterprises: what is answered or refused before they are asked is the route's own. */
let gateway: ToyGateway;
beforeAll(async () => {
  gateway = await startToyGateway({
    publicUrl: 'https://credit.example',
    identify: (authorization) =>
      authorization === undefined
        ? Promise.resolve({ audience: 'OPEN', scopes: new Set() })
        : Promise.reject(new AppError('TOKEN_INVALID')),
  });
});
afterAll(() => gateway.stop());

const codeOf = ({ body }: ToyReply): unknown => body.errors?.[0]?.extensions['code'];
const get = (parameters: Readonly<Record<string, string>>, path = ''): Promise<ToyReply> =>
  gateway.send(`/reconcile${path}?${new URLSearchParams(parameters).toString()}`);
const post = (form: Readonly<Record<string, string>>): Promise<ToyReply> =>
  gateway.send('/reconcile', { method: 'POST', body: new URLSearchParams(form) });
const queries = (count: number): string =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`q${at}`, { query: '甲公司' }])));

describe('the doors of reconciliation', () => {
  it('tell a client without parameters what there is', async () => {
    const { status, body, headers } = await gateway.send('/reconcile');
    expect(status).toBe(200);
    expect(violations('manifest', body)).toEqual([]);
    expect(body).toMatchObject({
      batchSize: 100,
      preview: { url: 'https://credit.example/reconcile/preview?id={{id}}' },
      suggest: { entity: { service_url: 'https://credit.example/reconcile', service_path: '/suggest/entity' } },
    });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('are open to any origin, before and after a refusal', async () => {
    const asked = await gateway.send('/reconcile', {
      method: 'OPTIONS',
      headers: { origin: 'https://tool.example', 'access-control-request-method': 'POST' },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    for (const path of ['/suggest/entity', '/properties', '/preview']) {
      const reply = await gateway.send(`/reconcile${path}`, { method: 'OPTIONS' });
      expect([path, reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([path, 204, '*']);
    }
    const refused = await post({ queries: 'nonsense' });
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('answer by a call of the function that an old client names, and by no other text', async () => {
    const { text, headers } = await get({ callback: 'jQuery17_1' });
    expect(headers.get('content-type')).toBe('application/javascript; charset=utf-8');
    expect(text).toMatch(/^\/\*\*\/jQuery17_1\(\{"versions".*\}\);$/);
    for (const callback of ['alert(1)//', 'a;b', '<script>', '', 'a.b.c.d.e', 'x'.repeat(65)]) {
      const refused = await get({ callback });
      expect([callback, refused.status, codeOf(refused)]).toEqual([callback, 400, 'RECONCILE_INVALID']);
      expect(refused.text).not.toContain('script');
    }
  });

  it.each([
    ['[]', 400, 'RECONCILE_INVALID'],
    ['null', 400, 'RECONCILE_INVALID'],
    ['{"q0"', 400, 'RECONCILE_INVALID'],
    ['{"q0":"甲公司"}', 400, 'RECONCILE_INVALID'],
    ['{"q0":{"query":5}}', 400, 'RECONCILE_INVALID'],
    ['{"q0":{"query":"甲","properties":[{"pid":"uscc"}]}}', 400, 'RECONCILE_INVALID'],
    [queries(101), 413, 'RECONCILE_TOO_MANY'],
    [queries(100), 503, 'MATCH_UNAVAILABLE'],
  ])('answer batch %# with the code that is expected, sent either way', async (batch, status, code) => {
    for (const reply of [await post({ queries: batch }), await get({ queries: batch })]) {
      expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    }
  });

  it('give an empty batch, and queries without anything to look for, an empty answer', async () => {
    expect((await post({ queries: '{}' })).body).toEqual({});
    const { body } = await post({ queries: '{"a":{"query":" "},"__proto__":{"query":"-"}}' });
    expect(Object.entries(body)).toEqual([
      ['a', { result: [] }],
      ['__proto__', { result: [] }],
    ]);
  });

  it('refuse what is too large, of another type, or nothing at all', async () => {
    expect(codeOf(await post({ queries: 'x'.repeat(1_100_000) }))).toBe('BODY_TOO_LARGE');
    expect(codeOf(await post({ other: '1' }))).toBe('RECONCILE_INVALID');
    const text = await gateway.send('/reconcile', { method: 'POST', body: 'x', headers: { 'content-type': 'text/x' } });
    expect([text.status, codeOf(text)]).toEqual([415, 'MEDIA_TYPE_UNSUPPORTED']);
  });

  it('refuse a token that is not valid, whatever is asked for', async () => {
    for (const path of ['', '/suggest/type', '/properties', '/preview?id=x']) {
      const reply = await gateway.send(`/reconcile${path}`, { headers: { authorization: 'Bearer x' } });
      expect([path, reply.status, codeOf(reply)]).toEqual([path, 401, 'TOKEN_INVALID']);
    }
  });

  it('suggest properties and the type without asking anybody', async () => {
    const found = await get({ prefix: '日期' }, '/suggest/property');
    expect(violations('suggestProperties', found.body)).toEqual([]);
    expect(found.body).toEqual({
      result: [{ id: 'establishedOn', name: '成立日期', description: 'Day of foundation' }],
    });
    const types = await get({ prefix: 'enter' }, '/suggest/type');
    expect(violations('suggestTypes', types.body)).toEqual([]);
    expect(types.body).toEqual({ result: [{ id: 'Enterprise', name: '市场主体 Enterprise' }] });
    expect((await get({ prefix: 'planet' }, '/suggest/type')).body).toEqual({ result: [] });
    expect((await get({ prefix: 'enter', cursor: '1' }, '/suggest/type')).body).toEqual({ result: [] });
  });

  it('propose properties, none of them a name of a person', async () => {
    const { body } = await get({ type: 'Enterprise' }, '/properties');
    expect(violations('dataExtensionPropertyProposal', body)).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/representative|法定代表人|officers|shareholders/i);
    expect((await get({ type: 'Enterprise', limit: '2' }, '/properties')).body).toMatchObject({
      limit: 2,
      properties: [{ id: 'name' }, { id: 'uscc' }],
    });
  });

  it.each([
    ['{"ids":["91350100M000100Y43"]}', 400, 'RECONCILE_INVALID'],
    ['{"ids":["91350100M000100Y43"],"properties":[{"id":"legalRepresentative"}]}', 400, 'RECONCILE_INVALID'],
    [`{"ids":${JSON.stringify(Array.from({ length: 1001 }, String))},"properties":[]}`, 413, 'RECONCILE_TOO_MANY'],
    ['{"ids":["91350100M000100Y43"],"properties":[{"id":"name"}]}', 503, 'MATCH_UNAVAILABLE'],
  ])('answer extension %# with the code that is expected', async (extend, status, code) => {
    const reply = await post({ extend });
    expect([reply.status, codeOf(reply)]).toEqual([status, code]);
    expect(reply.text).not.toContain('91350100M000100Y43');
  });

  it('fill nothing for what is no code, and repeat none', async () => {
    const { body } = await post({ extend: '{"ids":["x"],"properties":[{"id":"name"}]}' });
    expect(violations('dataExtensionResponse', body)).toEqual([]);
    expect(body).toEqual({ meta: [{ id: 'name', name: '名称' }], rows: { x: { name: [] } } });
    const preview = await get({ id: '11010519491231002X' }, '/preview');
    expect([preview.status, codeOf(preview)]).toEqual([400, 'USCC_INVALID']);
    expect(preview.text).not.toContain('11010519491231002X');
  });
});
