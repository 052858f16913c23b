import { openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { openIdentityDatabase, type IdentityDatabase } from '../../../src/identity/clients/IdentityDatabase.ts';
import {
  addCredential,
  createClient,
  revoke,
  type GivenCredential,
} from '../../../src/identity/clients/manageClients.ts';
import { testDatabase } from '../../kit/mongo.ts';
import { startIdentityGateway, type IdentityGateway } from '../../kit/startIdentityGateway.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';

describe('the token endpoint', () => {
  const folder = temporaryFolder();
  const server = testDatabase();
  let gateway: IdentityGateway;
  let database: IdentityDatabase;

  beforeAll(async () => {
    const environment = { MONGODB_URI: server.uri, DATABASE_PREFIX: server.prefix, DATA_DIR: folder };
    gateway = await startIdentityGateway(environment);
    database = await openIdentityDatabase(await openConnection(server.uri), server.prefix);
  }, 60_000);

  afterAll(async () => {
    await gateway.stop();
    await database.connection.close();
    await server.drop();
  });

  const given = async (ttlMs = 60_000): Promise<GivenCredential> => {
    const now = new Date();
    const client = await createClient(database, { name: 'a', audience: 'AGENCY', scopes: [], createdBy: 'test' }, now);
    const credential = await addCredential(database, client, 'SECRET', { now, ttlMs });
    if (credential === undefined) throw new Error('no credential');
    return credential;
  };
  const errorOf = ({ body }: { readonly body: unknown }): string => (body as { error: string }).error;

  it('gets no token for a wrong secret, form or grant, in the words of RFC 6749', async () => {
    const { client, text } = await given();
    const right = { grant_type: 'client_credentials', client_id: client, client_secret: text };
    const wrong = `${text.slice(0, -4)}AAAA`;
    const cases: readonly (readonly [number, string, Record<string, string> | string])[] = [
      [401, 'invalid_client', { ...right, client_secret: wrong }],
      [401, 'invalid_client', { ...right, client_id: 'c_0000000000000000' }],
      [401, 'invalid_client', { grant_type: 'client_credentials' }],
      [400, 'unsupported_grant_type', { ...right, grant_type: 'urn:example:grant' }],
      [400, 'unauthorized_client', { ...right, grant_type: 'password' }],
      [400, 'invalid_request', { client_id: client, client_secret: text }],
      [400, 'invalid_request', `${new URLSearchParams(right).toString()}&scope=a&scope=b`],
    ];
    for (const [status, error, form] of cases) {
      const reply = await gateway.form(form);
      expect([reply.status, errorOf(reply)]).toEqual([status, error]);
      expect(reply.text).not.toContain(text.slice(17, 40));
    }
    const asJson = await gateway.form(JSON.stringify(right), { 'content-type': 'application/json' });
    expect([asJson.status, errorOf(asJson)]).toEqual([400, 'invalid_request']);
    expect((await gateway.form({ ...right, client_secret: wrong })).headers.get('www-authenticate')).toMatch(/^Basic /);
    expect((await gateway.send('/oauth/token')).status).toBe(405);
  });

  it('gives no token for a secret that was revoked or has expired', async () => {
    const [expired, revoked] = [await given(-1), await given()];
    await revoke(database, revoked.id, new Date());
    for (const { client, text } of [expired, revoked]) {
      const reply = await gateway.form({
        grant_type: 'client_credentials',
        client_id: client,
        client_secret: text,
      });
      expect([reply.status, errorOf(reply)]).toEqual([401, 'invalid_client']);
    }
  });

  it('takes no more than a form is long', async () => {
    const reply = await gateway.form({ grant_type: 'client_credentials', client_id: 'c'.repeat(9_000) });
    expect(reply.status).toBe(413);
  });
});
