import { join } from 'node:path';
import { doorPath } from '../kit/doorPath.ts';
import { NOW } from '../kit/department.ts';
import { startTestCity, type CityReply, type TestCity } from '../kit/startTestCity.ts';
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
  nodes { stage door kind operation operator department enterprise subjects codes time } } }`;
const USAGE = `query Usage($from: DateTime) { usage(from: $from) { from until total { calls errors cost p50 p99 } own { calls }
  departments { department answered { calls errors p99 } asked { calls } } } }`;
const CLIENTS = '{ usage { clients { client figures { calls } } } }';

let city: TestCity;
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

interface Row {
  readonly id: string;
  readonly department: string | null;
  readonly operation: string;
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

  it('are none but those whose token names the scope', async () => {
    const denied = await city.ask(LOG, {}, 'credit');
    expect([denied.data, denied.errors?.[0]?.extensions['code']]).toEqual([{ auditRecords: null }, 'FORBIDDEN']);
  });
});

describe('usage', () => {
  it('is public in aggregate, for everybody who answers and asks', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    const { data, errors } = await city.ask(USAGE);
    expect(errors).toBeUndefined();
    const usage = data?.['usage'] as {
      total: { calls: number; cost: number; p50: number; p99: number };
      own: unknown;
      departments: { department: string; answered: { calls: number }; asked: { calls: number } }[];
    };
    expect(usage.total.calls).toBeGreaterThanOrEqual(5);
    expect(usage.total.cost).toBeGreaterThan(10);
    expect(usage.total.p99).toBeGreaterThanOrEqual(usage.total.p50);
    expect(usage.own).toBeNull();
    const registry = usage.departments.find(({ department }) => department === 'registry');
    expect(registry?.answered.calls).toBeGreaterThanOrEqual(5);
    expect(registry?.asked.calls).toBeGreaterThanOrEqual(2);
    const own = await city.ask(USAGE, {}, 'registry');
    expect((own.data?.['usage'] as { own: object }).own).toEqual(registry?.asked);
  });

  it('is told by client to those who look after the gateway alone', async () => {
    const denied = await city.ask(CLIENTS, {}, 'registry');
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const { data, errors } = await asAuditor(CLIENTS, {}, 'gateway:usage:read');
    expect([errors, data]).toEqual([undefined, { usage: { clients: [] } }]);
  });

  it('is refused for more than a year at once', async () => {
    const { errors } = await city.ask(USAGE, { from: '2020-01-01T00:00:00Z' });
    expect(errors?.[0]?.extensions['code']).toBe('VALUE_INVALID');
  });
});
