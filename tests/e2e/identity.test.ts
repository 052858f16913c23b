import { setTimeout as pause } from 'node:timers/promises';
import { base64url, exportJWK, SignJWT } from 'jose';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openIdentityDatabase, type IdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import type { ClientDocument, CredentialKind } from '../../src/identity/clients/ClientDocument.ts';
import { addCredential, createClient, revoke, type GivenCredential } from '../../src/identity/clients/manageClients.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import { rotateKey } from '../../src/identity/rotateKey.ts';
import { testDatabase } from '../kit/mongo.ts';
import { startIdentityGateway, keysOf, type IdentityGateway } from '../kit/startIdentityGateway.ts';
import { OIDC_AUDIENCE, startIdentityProvider, type IdentityProvider } from '../kit/startIdentityProvider.ts';
import { startProgram, type StartedProgram } from '../kit/startProgram.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

const HOUR_MS = 3_600_000;
const ENTERPRISE = '91350100M000100Y43';
const ANSWER = { data: { taxYears: [2024, 2025] } };

describe('who is calling, over HTTP', () => {
  const folder = temporaryFolder();
  const server = testDatabase();
  const environment = { MONGODB_URI: server.uri, DATABASE_PREFIX: server.prefix, DATA_DIR: folder };
  let provider: IdentityProvider;
  let gateway: IdentityGateway;
  let database: IdentityDatabase;

  beforeAll(async () => {
    provider = await startIdentityProvider();
    gateway = await startIdentityGateway({ ...environment, OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE });
    database = await openIdentityDatabase(await openConnection(server.uri), server.prefix);
  }, 60_000);

  afterAll(async () => {
    await gateway.stop();
    await provider.stop();
    await database.connection.close();
    await server.drop();
  });

  const given = async (
    kind: CredentialKind,
    { ttlMs = HOUR_MS, ...client }: Partial<ClientDocument> & { readonly ttlMs?: number } = {},
  ): Promise<GivenCredential> => {
    const now = new Date();
    const wish = { name: '研究者', audience: 'OPEN', scopes: [], createdBy: 'test', ...client } as const;
    const credential = await addCredential(database, await createClient(database, wish, now), kind, { now, ttlMs });
    if (credential === undefined) throw new Error('no credential');
    return credential;
  };
  const key = (text: string) => ({ 'x-api-key': text });
  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
  const tokenOf = async ({ client, text }: GivenCredential): Promise<string> => {
    const { body } = await gateway.form({
      grant_type: 'client_credentials',
      client_id: client,
      client_secret: text,
    });
    return (body as unknown as { access_token: string }).access_token;
  };
  const refused = async (headers: Readonly<Record<string, string>>): Promise<readonly [number, unknown]> => {
    const reply = await gateway.askAs(headers);
    expect(reply.caller).toBeUndefined();
    expect(reply.body.data).toBeUndefined();
    const sent = Object.values(headers).join().replace('Bearer ', '');
    if (sent.length > 12)
      expect(reply.text + (reply.headers.get('www-authenticate') ?? '')).not.toContain(sent.slice(0, 40));
    if (reply.status === 401) expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token"/);
    return [reply.status, reply.body.errors?.[0]?.extensions['code']];
  };

  it('is nobody in particular without credentials', async () => {
    expect(await gateway.askAs({})).toMatchObject({ status: 200, body: ANSWER, caller: { audience: 'OPEN' } });
  });

  it('is a client of the public with its key, in either header', async () => {
    const { client, text } = await given('KEY');
    for (const headers of [key(text), bearer(text)]) {
      const { caller, body } = await gateway.askAs(headers);
      expect(body).toEqual(ANSWER);
      expect(caller).toEqual({ audience: 'OPEN', client, operator: client, scopes: new Set() });
    }
  });

  it('is a credit agency with a token for its secret, sent either way', async () => {
    const secret = await given('SECRET', { audience: 'AGENCY', organisation: ENTERPRISE });
    const form = { grant_type: 'client_credentials' };
    const basic = Buffer.from(`${secret.client}:${secret.text}`).toString('base64');
    const replies = [
      await gateway.form({ ...form, client_id: secret.client, client_secret: secret.text }),
      await gateway.form(form, { authorization: `Basic ${basic}` }),
    ];
    for (const { status, headers, body } of replies) {
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(body).toMatchObject({ token_type: 'Bearer', scope: '' });
      // A second may pass between the token and what is said of it.
      expect([599, 600]).toContain((body as { readonly expires_in?: number }).expires_in);
      const { caller } = await gateway.askAs(bearer((body as unknown as { access_token: string }).access_token));
      const { client } = secret;
      expect(caller).toEqual({
        audience: 'AGENCY',
        client,
        operator: client,
        organisation: ENTERPRISE,
        scopes: new Set(),
      });
    }
  });

  it('is a system of a department with the scopes that it asked for', async () => {
    const scopes = ['tax:rating:read', 'tax:rating:write'];
    const { client, text } = await given('SECRET', { audience: 'INTERNAL', department: 'tax', scopes });
    const form = { grant_type: 'client_credentials', client_id: client, client_secret: text };
    const { body } = await gateway.form({ ...form, scope: 'tax:rating:read' });
    expect(body).toMatchObject({ scope: 'tax:rating:read' });
    const { caller } = await gateway.askAs(bearer((body as unknown as { access_token: string }).access_token));
    expect(caller).toMatchObject({ audience: 'INTERNAL', department: 'tax', scopes: new Set(['tax:rating:read']) });
    expect(await gateway.form({ ...form, scope: 'tax:rating:read registry:*' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    });
  });

  it('is a person of a department, or an enterprise, with a token of the identity provider', async () => {
    const officer = await gateway.askAs(
      bearer(await provider.token({ department: 'tax', roles: ['officer', 'cook'] })),
    );
    expect(officer.caller).toEqual({
      audience: 'INTERNAL',
      department: 'tax',
      operator: 'li.wei',
      scopes: new Set(['tax:*']),
    });
    const subject = await gateway.askAs(bearer(await provider.token({ enterprise: ENTERPRISE })));
    expect(subject.caller).toEqual({
      audience: 'SUBJECT',
      subject: ENTERPRISE,
      operator: 'li.wei',
      scopes: new Set(),
    });
  });

  it('is refused with the reason, and never taken for nobody', async () => {
    const secret = await given('SECRET');
    const signing = await openKeyPair(keysOf(folder), 'tokens');
    const valid = await signDevToken(signing, { department: 'tax', operator: 'li', ttl: 60 });
    const [head = '', body = ''] = valid.split('.');
    const none = base64url.encode(JSON.stringify({ alg: 'none' }));
    const shared = new TextEncoder().encode(JSON.stringify(await exportJWK(signing.publicKey)));
    const confused = new SignJWT({
      iss: 'credit-graph',
      aud: 'credit-graph-development',
      sub: 'li',
      department: 'tax',
    });
    const cases: readonly (readonly [string, number, Record<string, string>])[] = [
      ['TOKEN_INVALID', 401, bearer('nonsense')],
      ['TOKEN_INVALID', 401, { authorization: 'Basic dXNlcjpwYXNz' }],
      ['TOKEN_INVALID', 401, bearer(`${none}.${body}.`)],
      ['TOKEN_INVALID', 401, bearer(`${head}.${body}.AAAA`)],
      [
        'TOKEN_INVALID',
        401,
        bearer(await confused.setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1m').sign(shared)),
      ],
      ['TOKEN_EXPIRED', 401, bearer(await signDevToken(signing, { department: 'tax', operator: 'li', ttl: -60 }))],
      ['TOKEN_CLAIMS_INVALID', 401, bearer(await provider.token({ department: 'unknown' }))],
      ['TOKEN_AUDIENCE_WRONG', 401, bearer(await provider.token({ aud: 'elsewhere', department: 'tax' }))],
      ['API_KEY_MALFORMED', 401, key('cgk_too-short')],
      ['API_KEY_MALFORMED', 401, key(secret.text)],
      ['API_KEY_UNKNOWN', 401, key(`cgk_0123456789ab_${'A'.repeat(43)}`)],
      ['API_KEY_UNKNOWN', 401, key(`${(await given('KEY')).id}_${'A'.repeat(43)}`)],
      ['API_KEY_EXPIRED', 401, key((await given('KEY', { ttlMs: -1 })).text)],
      ['CREDENTIALS_AMBIGUOUS', 400, { ...key('x'), ...bearer(valid) }],
      ['TOKEN_ISSUER_UNKNOWN', 401, bearer(await provider.token({ iss: 'https://elsewhere.example' }))],
    ];
    for (const [code, status, headers] of cases) expect(await refused(headers)).toEqual([status, code]);
    expect((await gateway.askAs(bearer(valid))).caller).toMatchObject({ department: 'tax' });
  });

  describe('in two processes', () => {
    let other: StartedProgram;
    beforeAll(async () => {
      other = await startProgram('tests/kit/programs/serveIdentity.ts', environment);
    }, 120_000);
    afterAll(() => other.end('SIGTERM'));

    const statuses = async (headers: Readonly<Record<string, string>>): Promise<readonly number[]> =>
      Promise.all(
        [gateway.url, other.firstLine].map(async (url) => {
          const reply = await fetch(`${url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify({ query: '{ taxYears }' }),
          });
          await reply.text();
          return reply.status;
        }),
      );

    it('is refused by both within a second after a key, a client or its token was revoked', async () => {
      const byKey = await given('KEY');
      const byToken = await given('SECRET', { audience: 'AGENCY' });
      const headers = [key(byKey.text), bearer(await tokenOf(byToken))];
      for (const each of headers) expect(await statuses(each)).toEqual([200, 200]);
      await revoke(database, byKey.id, new Date());
      await revoke(database, byToken.client, new Date());
      await pause(900);
      for (const each of headers) expect(await statuses(each)).toEqual([401, 401]);
      expect(await refused(key(byKey.text))).toEqual([401, 'API_KEY_REVOKED']);
      expect(await refused(headers[1] ?? {})).toEqual([401, 'CLIENT_REVOKED']);
    });

    it('is told apart by a new key without a restart; tokens of the old one die after their grace', async () => {
      const before = await openKeyPair(keysOf(folder), 'tokens');
      const old = await signDevToken(before, { department: 'tax', operator: 'li', ttl: 600 });
      expect(await statuses(bearer(old))).toEqual([200, 200]);
      const graceMs = 3_000;
      const { to } = await rotateKey(keysOf(folder), 'tokens', { graceMs, now: new Date() });
      const after = await openKeyPair(keysOf(folder), 'tokens');
      expect(after.kid).toBe(to);
      await pause(400);
      const fresh = await signDevToken(after, { department: 'tax', operator: 'li', ttl: 600 });
      expect(await statuses(bearer(fresh))).toEqual([200, 200]);
      expect(await statuses(bearer(old))).toEqual([200, 200]);
      await pause(graceMs);
      expect(await statuses(bearer(old))).toEqual([401, 401]);
      expect(await refused(bearer(old))).toEqual([401, 'TOKEN_KEY_UNKNOWN']);
      expect(await statuses(bearer(fresh))).toEqual([200, 200]);
    });
  });
});
