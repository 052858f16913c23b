import { startToyGateway, type ToyGateway } from '../../kit/startToyGateway.ts';

const JSON_HEADERS = { 'content-type': 'application/json' };
const HAN = /\p{Script=Han}/u;
const PERSON = '张三 350102199001011234';

describe('failures outside GraphQL', () => {
  let gateway: ToyGateway;

  beforeAll(async () => {
    gateway = await startToyGateway({ bodyLimit: 2_000 });
  });

  afterAll(() => gateway.stop());

  for (const [name, headers, body, status, code] of [
    ['is not JSON', JSON_HEADERS, `{ "query": ${PERSON}`, 400, 'BODY_INVALID'],
    ['is empty', JSON_HEADERS, '', 400, 'BODY_INVALID'],
    ['tries to poison prototypes', JSON_HEADERS, '{ "__proto__": { "x": 1 } }', 400, 'BODY_INVALID'],
    ['has another content type', { 'content-type': 'text/plain' }, PERSON, 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['is too large', JSON_HEADERS, `"${'x'.repeat(3_000)}"`, 413, 'BODY_TOO_LARGE'],
  ] as const) {
    it(`answers a body that ${name} in the shape of GraphQL errors, in both languages`, async () => {
      const ask = (language: string) =>
        gateway.send('/graphql', { method: 'POST', headers: { ...headers, 'accept-language': language }, body });
      const english = await ask('en');
      const chinese = await ask('zh-CN');
      expect(english.status).toBe(status);
      expect(english.body.errors).toMatchObject([
        { message: expect.not.stringMatching(HAN) as string, extensions: { code } },
      ]);
      expect(chinese.body.errors).toMatchObject([
        { message: expect.stringMatching(HAN) as string, extensions: { code } },
      ]);
      expect(english.text + chinese.text).not.toMatch(/张三|199001|FST_ERR|statusCode/);
    });
  }

  it('names the limit of a body that is too large', async () => {
    const body = 'x'.repeat(3_000);
    const reply = await gateway.send('/graphql', { method: 'POST', headers: JSON_HEADERS, body });
    expect(reply.body.errors?.[0]).toEqual({
      message: 'The request body is larger than 2000 bytes.',
      extensions: { code: 'BODY_TOO_LARGE', details: { limit: 2_000 } },
    });
  });

  it('answers in the media type that the caller accepts', async () => {
    const accept = 'application/graphql-response+json';
    const modern = await gateway.send('/graphql', { method: 'POST', headers: { ...JSON_HEADERS, accept }, body: '{' });
    const other = await gateway.send('/graphql', { method: 'POST', headers: JSON_HEADERS, body: '{' });
    expect(modern.headers.get('content-type')).toBe(`${accept}; charset=utf-8`);
    expect(other.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('answers an unknown address with 404 and a request id', async () => {
    const reply = await gateway.send('/nothing/here', { headers: { 'x-request-id': 'request-0815' } });
    expect(reply.status).toBe(404);
    expect(reply.headers.get('x-request-id')).toBe('request-0815');
    expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'PATH_UNKNOWN' });
  });

  it('answers a path that can not be read by the table, and repeats nothing of it', async () => {
    const reply = await gateway.send('/11010519491231002X%', { headers: { 'accept-language': 'zh' } });
    expect(reply.status).toBe(400);
    expect(reply.body.errors?.[0]?.extensions).toEqual({ code: 'PATH_UNREADABLE' });
    expect(reply.text).not.toMatch(/1101051949|FST_ERR|statusCode/);
  });

  it('masks a fault of its own, and logs it once', async () => {
    const broken = await startToyGateway({ identify: () => Promise.reject(new Error(`no key for ${PERSON}`)) });
    const reply = await broken.ask('{ taxYears }');
    await broken.stop();
    expect(reply.status).toBe(500);
    expect(reply.body.errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(reply.body.errors?.[0]?.extensions['requestId']).toBe(reply.headers.get('x-request-id'));
    expect(reply.text).not.toContain('no key');
    expect(broken.log.filter(({ msg }) => msg === 'unexpected failure')).toHaveLength(1);
  });
});
