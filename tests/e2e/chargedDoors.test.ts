import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { openIdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import { addCredential, createClient } from '../../src/identity/clients/manageClients.ts';
import { startTestCity, type CityReply, type TestCity } from '../kit/startTestCity.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';

const CAPACITY = 700;
const TRUSTED = { count: '{ enterprises(first: 1) { totalCount } }' };

describe('a caller who asks beside GraphQL', () => {
  let city: TestCity;
  let uscc: string;
  const folder = temporaryFolder();
  beforeAll(async () => {
    const documents = join(folder, 'documents.json');
    await writeFile(documents, JSON.stringify(TRUSTED));
    const settings = { BUDGET_OPEN: `${CAPACITY}/1`, TRUSTED_PROXIES: '1', TRUSTED_DOCUMENTS: documents };
    city = await startTestCity({ sampleOf: 5, settings });
    await city.settled();
    const { data } = await city.ask('{ enterprises(first: 1) { nodes { uscc } } }');
    uscc = (data?.['enterprises'] as { nodes: readonly { uscc: string }[] }).nodes[0]?.uscc ?? '';
  }, 120_000);
  afterAll(() => city.stop());

  /** Every address of the network has a budget of its own. */
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const get = (path: string, address: string): Promise<Response> =>
    fetch(`${city.url}${path}`, { headers: from(address) });
  const remainingOf = ({ headers }: Response): number =>
    Number(/r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1] ?? NaN);

  const doors = (): readonly string[] => [
    `/reconcile?queries=${encodeURIComponent(JSON.stringify({ q0: { query: '福州' } }))}`,
    `/reconcile?extend=${encodeURIComponent(JSON.stringify({ ids: [uscc], properties: [{ id: 'name' }] }))}`,
    '/reconcile/suggest/entity?prefix=福',
    `/reconcile/preview?id=${uscc}`,
    `/reports/${uscc}.pdf`,
    '/verify?code=ABCDEFGH',
  ];

  it('pays for what it asks, and reads in the reply what is left', async () => {
    for (const [at, door] of doors().entries()) {
      const reply = await get(door, `192.0.2.${at}`);
      expect([door, reply.status]).toEqual([door, 200]);
      expect(remainingOf(reply)).toBeLessThan(CAPACITY);
      expect(reply.headers.get('x-credit-graph-cost')).toMatch(/estimated=\d+, actual=\d+/);
    }
  });

  it('is refused beyond its budget, with the time to wait; nobody else is', async () => {
    const [door = ''] = doors();
    const replies: Response[] = [];
    while (replies.length < CAPACITY && replies.at(-1)?.status !== 429) replies.push(await get(door, '198.51.100.1'));
    const last = replies.at(-1);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await last?.json()).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(/of the budget of 700 are left/) as string,
          extensions: { code: 'BUDGET_EXHAUSTED' },
        },
      ],
    });
    expect((await get(door, '198.51.100.2')).status).toBe(200);
  });

  it('can not try out secrets for long', async () => {
    const attempt = (address: string): Promise<Response> =>
      fetch(`${city.url}/oauth/token`, {
        method: 'POST',
        headers: from(address),
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'c_1', client_secret: 'x' }),
      });
    const statuses: number[] = [];
    for (let at = 0; at <= CAPACITY / 100; at++) statuses.push((await attempt('203.0.113.1')).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    const refused = await attempt('203.0.113.1');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: 'temporarily_unavailable' });
    expect((await attempt('203.0.113.2')).status).toBe(401);
  });

  it('has ten times the budget with a free key, and runs nothing but trusted documents where it is bound to them', async () => {
    const connection = await openConnection(city.database.uri);
    const database = await openIdentityDatabase(connection, city.database.prefix);
    const wish = { name: '某媒体', audience: 'OPEN', documents: 'TRUSTED', scopes: [], createdBy: 'test' } as const;
    const now = new Date();
    const given = await addCredential(database, await createClient(database, wish, now), 'KEY', { now, ttlMs: 60_000 });
    await connection.close();
    const ask = async (body: object): Promise<readonly [Response, CityReply]> => {
      const headers = { 'content-type': 'application/json', 'x-api-key': given?.text ?? '' };
      const reply = await fetch(`${city.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      return [reply, (await reply.json()) as CityReply];
    };
    const [{ headers }, counted] = await ask({ documentId: 'count' });
    expect(counted).toMatchObject({ data: { enterprises: { totalCount: 5 } } });
    expect(headers.get('ratelimit-policy')).toBe('"key";q=100000;w=20');
    const [, own] = await ask({ query: '{ enterprises(first: 2) { totalCount } }' });
    expect([own.data, own.errors?.[0]?.extensions['code']]).toEqual([undefined, 'DOCUMENT_NOT_TRUSTED']);
    const [, unknown] = await ask({ documentId: 'sum' });
    expect([unknown.data, unknown.errors?.[0]?.extensions['code']]).toEqual([undefined, 'DOCUMENT_UNKNOWN']);
  });
});
