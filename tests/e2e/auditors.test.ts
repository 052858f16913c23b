import { join } from 'node:path';
import { doorHeaders, doorPath } from '../kit/doorPath.ts';
import { NOW } from '../kit/department.ts';
import { startTestCity, type CityReply, type TestCity } from '../kit/startTestCity.ts';
import { clientFigures, departmentFigures, untilCounted, type Usage } from '../kit/usageFigures.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { openIdentityDatabase } from '../../src/identity/clients/IdentityDatabase.ts';
import { addCredential, createClient, type GivenCredential } from '../../src/identity/clients/manageClients.ts';
import { AUDIT_SCOPE } from '../../src/identity/Caller.ts';
import { signDevToken } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';

const UNIT = '91350100705362917E';
const OTHER = '91350100M000100Y43';
const REGISTER = 'mutation Register($input: EnterpriseInput!) { enterpriseCreate(input: $input) { errors { field } } }';
const LOOK = 'query Look($uscc: USCC!) { enterprise(uscc: $uscc) { name } }';
const MINE = `query Mine($uscc: USCC!, $first: Int, $after: String) { enterprise(uscc: $uscc) { accessRecords(first: $first, after: $after) {
  nodes { id department client purpose fields isWrite codes } pageInfo { hasNextPage endCursor } } } }`;
const LOG = `query Log($filter: AuditRecordFilter, $first: Int) { auditRecords(filter: $filter, first: $first) {
  nodes { stage door kind operation operator client department enterprise subjects codes time } } }`;
const USAGE = `query Usage($from: DateTime) { usage(from: $from) { from until total { ...All } own { ...All }
  departments { department answered { ...All } asked { ...All } } } } fragment All on UsageFigures { calls errors cost p50 p99 }`;
const CLIENTS = '{ usage { clients { client figures { calls errors cost p50 p99 } } } }';
/** What a department is asked and refuses. */
const REFUSED = '{ enterprises(first: 1, after: "nonsense") { nodes { name } } }';

let city: TestCity;
/** Credit agencies that asked: the first one twice, the other once. */
let clients: readonly [GivenCredential, GivenCredential];
beforeAll(async () => {
  city = await startTestCity({ clock: () => NOW });
  for (const uscc of [UNIT, OTHER]) {
    const input = { uscc, name: `某企业${uscc}`, status: 'IN_BUSINESS', establishedOn: '2001-05-06' };
    await city.ask(REGISTER, { input: { ...input, registrationAuthority: '某局' } }, 'registry');
  }
  await city.ask(LOOK, { uscc: UNIT }, 'disclosure');
  await city.ask(LOOK, { uscc: UNIT }, { enterprise: UNIT });
  await city.ask(LOOK, { uscc: UNIT });
}, 120_000);
afterAll(() => city.stop());

async function asAuditor(query: string, variables: object = {}, scope = AUDIT_SCOPE): Promise<CityReply> {
  const key = await openKeyPair(join(city.folder, 'keys'), 'tokens');
  const token = await signDevToken(key, { department: 'credit', operator: 'auditor', ttl: 600, scope });
  const response = await fetch(`${city.url}/internal/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as CityReply;
}

/** Registers a credit agency, with a key. */
async function clientOf(name: string): Promise<GivenCredential> {
  const database = await openIdentityDatabase(await openConnection(city.database.uri), city.database.prefix);
  const now = new Date();
  const client = await createClient(database, { name, audience: 'AGENCY', scopes: [], createdBy: 'test' }, now);
  const given = await addCredential(database, client, 'KEY', { now, ttlMs: 3_600_000 });
  await database.connection.close();
  if (given === undefined) throw new Error('no credential');
  return given;
}

/** By key, in milliseconds, as measured outside. */
const slowest = new Map<string, number>();

async function askAs(key: string, query: string, variables: object = {}): Promise<CityReply> {
  const path = doorPath('AGENCY');
  const startedAt = performance.now();
  const headers = { 'content-type': 'application/json', 'x-api-key': key, ...doorHeaders(path) };
  const response = await fetch(city.url + path, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as CityReply;
  slowest.set(key, Math.max(slowest.get(key) ?? 0, performance.now() - startedAt));
  return { ...(data !== undefined && { data }), ...(errors && { errors }) };
}

interface Row {
  readonly id: string;
  readonly client: string | null;
  readonly department: string | null;
  readonly operation: string;
  readonly purpose: string | null;
  readonly subjects: readonly string[];
}
function rowsOf({ data, errors }: CityReply): readonly Row[] {
  expect(errors).toBeUndefined();
  const parent = (data?.['enterprise'] ?? data) as Record<string, { readonly nodes: readonly Row[] }>;
  return (parent['accessRecords'] ?? parent['auditRecords'])?.nodes ?? [];
}

describe('an enterprise', () => {
  it('sees who asked and who wrote about it, and what for, without names of persons and without itself', async () => {
    const rows = rowsOf(await city.ask(MINE, { uscc: UNIT }, { enterprise: UNIT }));
    expect(rows).toEqual([
      {
        ...{ id: expect.any(String) as string, department: 'disclosure', client: null, purpose: null, isWrite: false },
        ...{ fields: ['Enterprise.name', 'Query.enterprise'], codes: [] },
      },
      expect.objectContaining({ department: 'registry', isWrite: true }),
    ]);
  });

  it('pages through it', async () => {
    const page = async (after?: string) => {
      const { data } = await city.ask(MINE, { uscc: UNIT, first: 1, after }, { enterprise: UNIT });
      const { accessRecords } = data?.['enterprise'] as {
        accessRecords: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      return accessRecords;
    };
    const first = await page();
    const second = await page(first.pageInfo.endCursor);
    expect([first, second].map(({ nodes }) => nodes[0]?.department)).toEqual(['disclosure', 'registry']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it.each([
    ['another enterprise', { enterprise: OTHER }],
    ['a department without the scope', 'disclosure'],
  ])('is the only one: not %s', async (_, holder) => {
    const { data, errors } = await city.ask(MINE, { uscc: UNIT }, holder);
    expect(data).toEqual({ enterprise: { accessRecords: null } });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });
});

describe('auditors', () => {
  it('read the log by department, subject, person and time, newest first', async () => {
    const rows = rowsOf(await asAuditor(LOG, { filter: { subject: UNIT } }));
    expect(rows.filter(({ operation }) => operation === 'Look')).toMatchObject([
      { operator: 'tester', enterprise: UNIT, department: null, subjects: [UNIT] },
      { operator: 'tester', enterprise: null, department: 'disclosure', door: doorPath('INTERNAL'), kind: 'QUERY' },
    ]);
    const written = rowsOf(await asAuditor(LOG, { filter: { department: 'registry', subject: OTHER } }));
    expect(written).toMatchObject([{ stage: 'ENDED', operation: 'Register', subjects: [OTHER] }]);
    expect(rowsOf(await asAuditor(LOG, { filter: { operator: 'auditor' } })).length).toBeGreaterThan(1);
    const later = new Date(NOW.getTime() + 1_000).toISOString();
    expect(rowsOf(await asAuditor(LOG, { filter: { from: later } }))).toEqual([]);
    expect(rowsOf(await asAuditor(LOG, { filter: { until: NOW.toISOString() } }))).toEqual([]);
    expect(rowsOf(await asAuditor(MINE, { uscc: UNIT })).length).toBeGreaterThan(1);
  });

  it('read it by client, and by client, subject and department together', async () => {
    const [agency, rival] = (clients = [await clientOf('甲征信'), await clientOf('乙征信')]);
    for (const [{ text }, uscc] of [
      [agency, UNIT],
      [agency, OTHER],
      [rival, UNIT],
    ] as const) {
      const { data } = await askAs(text, LOOK, { uscc });
      expect(data).toEqual({ enterprise: { name: `某企业${uscc}` } });
    }
    const found = async (filter: object): Promise<readonly unknown[]> =>
      rowsOf(await asAuditor(LOG, { filter })).map(({ client, subjects }) => [client, subjects]);
    expect(await found({ client: agency.client })).toEqual([
      [agency.client, [OTHER]],
      [agency.client, [UNIT]],
    ]);
    expect(await found({ client: agency.client, subject: UNIT })).toEqual([[agency.client, [UNIT]]]);
    expect(await found({ client: rival.client, subject: OTHER })).toEqual([]);
    expect(await found({ client: agency.client, department: 'registry' })).toEqual([]);
    const departments = rowsOf(await asAuditor(LOG, { filter: { department: 'disclosure' } }));
    expect(new Set(departments.map(({ department, client }) => `${department} ${client}`))).toEqual(
      new Set(['disclosure null']),
    );
    const mine = rowsOf(await city.ask(MINE, { uscc: UNIT }, { enterprise: UNIT }));
    expect(mine.map(({ client, purpose }) => [client, purpose])).toEqual(
      expect.arrayContaining([
        [agency.client, 'CREDIT_SERVICE'],
        [rival.client, 'CREDIT_SERVICE'],
      ]),
    );
  });

  it('are none but those whose token names the scope', async () => {
    const denied = await city.ask(LOG, {}, 'credit');
    expect([denied.data, denied.errors?.[0]?.extensions['code']]).toEqual([{ auditRecords: null }, 'FORBIDDEN']);
  });
});

describe('usage', () => {
  beforeAll(async () => {
    for (const { errors } of [await askAs(clients[0].text, REFUSED), await city.ask(REFUSED, {}, 'disclosure')])
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['CURSOR_INVALID']);
  });

  it('is public in aggregate, for everybody who answers and asks', async () => {
    const usage = await untilCounted(
      () => city.ask(USAGE),
      (so) =>
        departmentFigures(so, 'disclosure', 'asked').calls === 3 &&
        departmentFigures(so, 'registry', 'answered').errors === 2,
    );
    const { total, own } = usage;
    const answered = departmentFigures(usage, 'registry', 'answered');
    const asked = departmentFigures(usage, 'registry', 'asked');
    expect([total.calls >= 9, total.errors >= 2, total.cost > 10, own]).toEqual([true, true, true, null]);
    expect(answered.calls).toBeGreaterThanOrEqual(7);
    expect(asked).toMatchObject({ calls: 2, errors: 0 });
    expect(departmentFigures(usage, 'disclosure', 'asked')).toMatchObject({ calls: 3, errors: 2 });
    expect(departmentFigures(usage, 'disclosure', 'asked').cost).toBeGreaterThan(0);
    // The first registration of a process takes many times as long as what is asked later.
    for (const { p50, p99 } of [total, answered, asked]) expect([p50 > 0, p99 > p50]).toEqual([true, true]);
    const { data } = await city.ask(USAGE, {}, 'registry');
    expect((data?.['usage'] as Usage).own).toEqual(asked);
  });

  it('is told by client to those who look after the gateway alone', async () => {
    const denied = await city.ask(CLIENTS, {}, 'registry');
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const [agency, rival] = clients;
    const usage = await untilCounted(
      () => asAuditor(CLIENTS, {}, 'gateway:usage:read'),
      (so) => clientFigures(so, agency.client).calls === 3 && clientFigures(so, rival.client).calls === 1,
    );
    const [ofAgency, ofRival] = [clientFigures(usage, agency.client), clientFigures(usage, rival.client)];
    expect(usage.clients.length).toBe(2);
    expect([ofAgency.errors, ofRival.errors]).toEqual([1, 0]);
    expect([ofRival.cost > 0, ofAgency.cost > ofRival.cost]).toEqual([true, true]);
    for (const { client, text } of clients) {
      const { p50, p99 } = clientFigures(usage, client);
      // Told to within a tenth, and a hundredth of a millisecond.
      expect([p50 > 0, p99 >= p50, p99 <= (slowest.get(text) ?? 0) * 1.1 + 0.01]).toEqual([true, true, true]);
    }
    const own = await askAs(rival.text, '{ usage { own { calls errors cost p50 p99 } } }');
    expect(own).toEqual({ data: { usage: { own: ofRival } } });
    const others = await askAs(rival.text, CLIENTS);
    expect(others.errors?.map(({ extensions }) => extensions['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });

  it('is refused for more than a year at once', async () => {
    const { errors } = await city.ask(USAGE, { from: '2020-01-01T00:00:00Z' });
    expect(errors?.[0]?.extensions['code']).toBe('VALUE_INVALID');
  });
});
