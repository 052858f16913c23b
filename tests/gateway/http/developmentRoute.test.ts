import { get } from 'node:http';
import type { DevelopmentUser } from '../../../src/identity/development/developmentUsers.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { startIdentityGateway, type IdentityGateway } from '../../kit/startIdentityGateway.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('/dev/tokens', () => {
  const folder = temporaryFolder();
  const server = testDatabase();
  const environment = { MONGODB_URI: server.uri, DATABASE_PREFIX: server.prefix, DATA_DIR: folder };
  let gateway: IdentityGateway;

  beforeAll(async () => {
    gateway = await startIdentityGateway(environment);
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    await server.drop();
  });

  const users = async (from = gateway): Promise<readonly DevelopmentUser[]> =>
    ((await from.send('/dev/tokens')).body as unknown as { users: readonly DevelopmentUser[] }).users;

  it('gives callers of each kind, all of whom are let in as what they say', async () => {
    const callers = await Promise.all(
      (await users()).map(
        async ({ kind, headers }) =>
          [kind, await gateway.identity.identify(headers['authorization'], headers['x-api-key'])] as const,
      ),
    );
    expect(callers.map(([kind, { audience, department, subject }]) => [kind, audience, department ?? subject])).toEqual(
      [
        ['OPEN', 'OPEN', undefined],
        ['AGENCY', 'AGENCY', undefined],
        ['AGENCY', 'AGENCY', undefined],
        ['INTERNAL', 'INTERNAL', 'tax'],
        ['INTERNAL', 'INTERNAL', 'credit'],
        ['SUBJECT', 'SUBJECT', '91350100M000100Y43'],
        ['ADMINISTRATOR', 'INTERNAL', 'credit'],
      ],
    );
    expect(callers.at(-1)?.[1].scopes).toContain('gateway:usage:read');
  });

  it('gives the same keys again, and a secret that the token endpoint takes', async () => {
    const [first, again] = [await users(), await users()];
    const keysOf = (all: readonly DevelopmentUser[]) => all.flatMap(({ headers }) => headers['x-api-key'] ?? []);
    expect(keysOf(again)).toEqual(keysOf(first));
    expect(keysOf(first)).toHaveLength(2);
    const client = first.find((user) => user.client !== undefined)?.client;
    const { status } = await gateway.form({
      grant_type: 'client_credentials',
      client_id: client?.clientId ?? '',
      client_secret: client?.clientSecret ?? '',
    });
    expect(status).toBe(200);
  });

  it('answers this machine by its own name only, so that no page of another site can have it asked', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = get(`${gateway.url}/dev/tokens`, { headers: { host: 'attacker.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', reject);
    });
    expect(status).toBe(404);
    const { headers } = await gateway.send('/dev/tokens');
    expect([headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual([null, 'no-store']);
  });

  it.each([
    ['in production', { NODE_ENV: 'production' }],
    ['where it is switched off', { DEVELOPMENT_ISSUER: 'off' }],
  ])('is not there %s, where none of its tokens, keys and secrets is accepted either', async (_where, setting) => {
    const known = await users();
    const production = await startIdentityGateway({ ...environment, ...setting });
    const page = await production.send('/dev/tokens');
    const codes = new Set<unknown>();
    for (const { headers, client } of known) {
      const { status, body } = await production.askAs(headers);
      codes.add(`${status} ${String(body.errors?.[0]?.extensions['code'])}`);
      if (client === undefined) continue;
      const form = { client_id: client.clientId, client_secret: client.clientSecret };
      codes.add((await production.form({ ...form, grant_type: 'client_credentials' })).status);
    }
    await production.stop();
    expect([page.status, page.body.errors?.[0]?.extensions['code']]).toEqual([404, 'PATH_UNKNOWN']);
    expect(codes).toEqual(new Set(['401 TOKEN_ISSUER_UNKNOWN', '401 API_KEY_UNKNOWN', '401 CLIENT_REVOKED', 401]));
  });
});
