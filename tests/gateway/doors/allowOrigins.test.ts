import { startToyGateway, type ToyGateway } from '../../kit/startToyGateway.ts';

const DESK = 'https://desk.example.cn';
const OTHER = 'https://other.example.cn';

describe('allowOrigins', () => {
  let gateway: ToyGateway;

  beforeAll(async () => {
    gateway = await startToyGateway({ corsOrigins: { AGENCY: [], SUBJECT: [DESK], INTERNAL: [DESK, OTHER] } });
  });
  afterAll(() => gateway.stop());

  const preflight = async (path: string, origin: string) => {
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type,authorization',
    };
    const reply = await gateway.send(path, { method: 'OPTIONS', headers });
    return [reply.status, reply.headers.get('access-control-allow-origin')];
  };

  it('lets any page ask at the public’s door, without the browser’s credentials', async () => {
    for (const path of ['/open/graphql', '/graphql']) expect(await preflight(path, OTHER)).toEqual([204, '*']);
    const reply = await gateway.send('/open/graphql', {
      method: 'POST',
      headers: { origin: OTHER, 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ taxYears }' }),
    });
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.get('access-control-expose-headers')).toContain('ratelimit');
    expect(reply.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('lets only listed pages ask at the others, each by its own list', async () => {
    expect(await preflight('/my/graphql', DESK)).toEqual([204, DESK]);
    expect(await preflight('/internal/graphql?x=1', OTHER)).toEqual([204, OTHER]);
    expect((await preflight('/my/graphql', OTHER))[1]).toBeNull();
    expect((await preflight('/agency/graphql', DESK))[1]).toBeNull();
  });

  it('lets a listed page read why it was refused', async () => {
    const reply = await gateway.send('/my/graphql', { method: 'POST', headers: { origin: DESK } });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([401, DESK]);
  });

  it('says nothing at other addresses', async () => {
    expect((await preflight('/imports/registry.enterprises', DESK))[1]).toBeNull();
    expect((await preflight('/health/live', DESK))[1]).toBeNull();
  });
});
