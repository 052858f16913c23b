import { DOORS, doorOf } from '../../../gateway/doors/Door.ts';
import { AUDIENCES } from '../../../src/identity/Caller.ts';
import { signDevToken } from '../../../src/identity/devTokens.ts';
import { identifyCaller } from '../../../src/identity/identifyCaller.ts';
import { openKeyPair, type KeyPair } from '../../../src/identity/keys.ts';
import { doorHeaders } from '../../kit/doorPath.ts';
import { startToyGateway, type ToyGateway, type ToyReply } from '../../kit/startToyGateway.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the doors', () => {
  const folder = temporaryFolder();
  let key: KeyPair;
  let gateway: ToyGateway;

  beforeAll(async () => {
    key = await openKeyPair(folder, 'tokens');
    gateway = await startToyGateway({ identify: identifyCaller(key) });
  });
  afterAll(() => gateway.stop());

  const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<ToyReply> =>
    gateway.send(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...doorHeaders(path), ...headers },
      body: JSON.stringify({ query: '{ department }' }),
    });
  const bearer = async (who: { readonly department: string } | { readonly enterprise: string }) => ({
    authorization: `Bearer ${await signDevToken(key, { ...who, operator: 'li', ttl: 60 })}`,
  });

  it('are one for each audience, and the open one is also at the shortest address', async () => {
    expect(DOORS.map(({ audience }) => audience).toSorted()).toEqual([...AUDIENCES].sort());
    expect(AUDIENCES.map((audience) => doorOf(audience).path)).toEqual([
      '/open/graphql',
      '/agency/graphql',
      '/my/graphql',
      '/internal/graphql',
    ]);
    const open = await Promise.all(['/open/graphql', '/graphql'].map((path) => ask(path)));
    expect(open.map(({ status, body }) => [status, body.data])).toEqual([
      [200, { department: null }],
      [200, { department: null }],
    ]);
  });

  it('ask who has no credentials for some, and refuse those of others, each naming the right door', async () => {
    const nobody = await ask('/internal/graphql');
    expect([nobody.status, nobody.body.errors?.[0]?.extensions['code']]).toEqual([401, 'DOOR_NEEDS_CREDENTIALS']);
    expect(nobody.headers.get('www-authenticate')).toBe('Bearer realm="credit-graph"');
    const enterprise = await bearer({ enterprise: '91350100M000100Y43' });
    const other = await ask('/agency/graphql', { ...enterprise, 'accept-language': 'zh' });
    expect([other.status, other.body.errors]).toEqual([
      403,
      [expect.objectContaining({ message: '当前凭证不能使用入口 /agency/graphql，请使用 /my/graphql。' })],
    ]);
    expect(gateway.probe.fetches.filter(({ request }) => request.caller.audience !== 'OPEN')).toEqual([]);
  });

  it('tell departments what the caller counts as', async () => {
    const tax = await bearer({ department: 'tax' });
    const answers = await Promise.all(
      ['/internal/graphql', '/agency/graphql', '/open/graphql'].map((path) => ask(path, tax)),
    );
    expect(answers.map(({ body }) => body.data)).toEqual([
      { department: 'tax' },
      { department: null },
      { department: null },
    ]);
  });
});
