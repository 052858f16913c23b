import { ANONYMOUS } from '../../src/identity/Caller.ts';
import { INNER_HEADER, signInnerHeader } from '../../src/identity/innerHeader.ts';
import { KeyRing } from '../../src/identity/KeyRing.ts';
import { join } from 'node:path';
import { APPLICANT, DECIDE, openRemedyCity, type RemedyCity, type RepairableFact } from '../kit/openRemedyCity.ts';
import { startKillableMongod, type KillableMongod } from '../kit/startKillableMongod.ts';

const VIEW = `query ($uscc: USCC!) {
  enterprise(uscc: $uscc) {
    name
    penalties { nodes { id } }
    timeline { nodes { factType } }
  }
  changes(first: 50) { nodes { factRef } }
}`;
/** What only the department that took it in is shown, unless the enterprise authorises others. */
const COMMITMENT = {
  ...{ subjectUscc: APPLICANT.enterprise, subjectName: '示例企业', subjectCategory: 'LEGAL_OR_UNINCORPORATED' },
  ...{ kind: 'VOLUNTARY', reason: '事由', content: '承诺内容', liability: '违约责任' },
  ...{ acceptUnit: '某局', acceptUnitUscc: '11350100003604001U', publicity: 'AUTHORISED_QUERY' },
};
const FILE = 'mutation ($input: CommitmentFileInput!) { commitmentFile(input: $input) { errors { field message } } }';
const COMMITMENTS =
  'query ($enterprise: USCC!) { enterprise(uscc: $enterprise) { commitments(first: 5) { totalCount } } }';
/** What a caller waits for at most where a database is away, before that is known and after; and how much slower a machine may be. */
const UNKNOWN_MS = 2_000;
const KNOWN_MS = 200;
const SLOWER = 5;

interface View {
  readonly enterprise: {
    readonly name: string;
    readonly penalties: { readonly nodes: readonly unknown[] } | null;
    readonly timeline: { readonly nodes: readonly { readonly factType: string }[] } | null;
  };
  readonly changes: { readonly nodes: readonly unknown[] } | null;
}

interface Looked {
  readonly department: string | null;
  readonly fields: readonly string[];
}

describe('a city whose departments run apart, one of them on a database of its own', () => {
  let mongod: KillableMongod;
  let remedy: RemedyCity;
  let fact: RepairableFact;

  beforeAll(async () => {
    mongod = await startKillableMongod();
    const settings = { DISCLOSURE_MONGODB_URI: mongod.uri };
    remedy = await openRemedyCity(undefined, { isRemote: true, settings });
    fact = await remedy.penalty('榕市监罚〔2026〕1号');
    await remedy.listing('榕市监严〔2024〕1号');
    await remedy.city.settled();
  }, 240_000);
  afterAll(async () => {
    await remedy.city.stop();
    await mongod.stop();
  }, 120_000);

  const view = async () => {
    const { data, errors = [] } = await remedy.city.ask(VIEW, { uscc: APPLICANT.enterprise });
    const { enterprise, changes } = data as unknown as View;
    const types = (enterprise.timeline?.nodes ?? []).map(({ factType }) => factType).toSorted();
    const lost = errors.map(({ extensions: { code, service, owner, since } }) => ({ code, service, owner, since }));
    return {
      name: enterprise.name,
      penalties: enterprise.penalties?.nodes.length,
      types,
      changes: changes?.nodes.length,
      lost,
    };
  };

  it('shows what one process would show, and takes files in', async () => {
    const seen = await view();
    expect(seen).toMatchObject({ penalties: 1, types: ['AdministrativePenalty', 'SeriousViolationListing'], lost: [] });
    expect(seen.changes).toBeGreaterThanOrEqual(2);
    const csv =
      '统一社会信用代码,企业名称,登记状态,成立日期,登记机关\n91350100M000100Y43,一,IN_BUSINESS,2020-01-01,福州市市场监督管理局\n';
    const response = await remedy.city.send('/imports/registry.enterprises?name=a.csv', csv, 'registry');
    expect([response.status, await response.json()]).toMatchObject([200, { read: 1 }]);
    const foreign = await remedy.city.send('/imports/registry.enterprises?name=a.csv', csv, 'disclosure');
    expect(foreign.status).toBe(403);
  });

  it('tells an enterprise who looked at it, wherever the facts lie', async () => {
    const uscc = APPLICANT.enterprise;
    const nobody = 'query ($uscc: USCC!) { enterprise(uscc: $uscc) { penalties { nodes { id } } } }';
    const { errors } = await remedy.city.ask(nobody, { uscc }, 'judiciary');
    expect(errors).toBeUndefined();
    const list = '{ penalties { nodes { docNo } } }';
    await remedy.city.ask(list, {}, 'tax');
    const mine = `query ($uscc: USCC!) { enterprise(uscc: $uscc) { accessRecords { nodes { department fields } } } }`;
    const { data } = await remedy.city.ask(mine, { uscc }, APPLICANT);
    const { nodes } = (data?.['enterprise'] as { accessRecords: { nodes: readonly Looked[] } }).accessRecords;
    const looked = nodes.filter(
      ({ fields }) => fields.includes('Query.enterprise') || fields.includes('Query.penalties'),
    );
    expect(looked.map(({ department }) => department).slice(0, 2)).toEqual(['tax', 'judiciary']);
  });

  it('keeps what a client says of itself away from departments', async () => {
    const { city } = remedy;
    const { enterprise } = APPLICANT;
    const { errors } = await remedy.one<{ errors: readonly object[] }>(FILE, { input: COMMITMENT }, APPLICANT);
    expect(errors).toEqual([]);
    await city.settled();
    const owner = { ...ANONYMOUS, audience: 'INTERNAL' as const, department: 'credit', scopes: new Set(['credit:*']) };
    const call = { caller: owner, requestId: 'request-0001', now: new Date(), locale: 'en' as const };
    const header = await signInnerHeader(new KeyRing(join(city.folder, 'keys'), 'inner'), call, 'credit');
    const asked = async (path: string, headers: Readonly<Record<string, string>>) => {
      const response = await fetch(city.url + path, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
        body: JSON.stringify({ query: COMMITMENTS, variables: { enterprise } }),
      });
      const { data } = (await response.json()) as { readonly data?: unknown };
      return [response.status, data];
    };
    const seen = (commitments: number) => [200, { enterprise: { commitments: { totalCount: commitments } } }];
    const bearer = async (department: string) => ({ authorization: await city.bearer(department) });
    expect(await asked('/internal/graphql', await bearer('credit'))).toEqual(seen(1));
    const callers: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['/graphql', {}],
      ['/internal/graphql', await bearer('tax')],
    ];
    for (const [path, headers] of callers) {
      expect([path, await asked(path, headers)]).toEqual([path, seen(0)]);
      expect([path, await asked(path, { ...headers, [INNER_HEADER]: header })]).toEqual([path, seen(0)]);
    }
    expect(await asked('/inner/graphql', { [INNER_HEADER]: header })).toEqual([401, undefined]);
  });

  it('loses the facts of a department whose database died, names it, and has them back', async () => {
    await mongod.kill();
    const began = performance.now();
    const seen = await view();
    const took = performance.now() - began;
    const penalties = async () => {
      const asked = performance.now();
      await remedy.city.ask('query ($uscc: USCC!) { enterprise(uscc: $uscc) { name penalties { nodes { id } } } }', {
        uscc: APPLICANT.enterprise,
      });
      return performance.now() - asked;
    };
    let again = await penalties();
    await expectSoon(async () => (again = Math.min(again, await penalties())) < KNOWN_MS * SLOWER);
    process.stdout.write(`a dead database: the view took ${took.toFixed(0)} ms, once known ${again.toFixed(0)} ms\n`);
    expect(took).toBeLessThan((UNKNOWN_MS + KNOWN_MS) * SLOWER);
    expect(seen.types).toEqual(['SeriousViolationListing']);
    expect(seen.penalties).toBeUndefined();
    expect(seen.lost.map(({ code, service }) => [code, service])).toEqual(
      seen.lost.map(() => ['DEPARTMENT_UNAVAILABLE', 'disclosure']),
    );
    expect(seen.lost.length).toBeGreaterThanOrEqual(2);
    expect(seen.lost.every(({ since, owner }) => since !== undefined && owner !== 'disclosure')).toBe(true);
    expect(seen.changes).toBeGreaterThanOrEqual(0);
    await mongod.restart();
    await expectSoon(async () => (await view()).lost.length === 0);
    expect(await view()).toMatchObject({ penalties: 1, types: ['AdministrativePenalty', 'SeriousViolationListing'] });
  }, 240_000);

  it('has a repair end publicity at the owner, in another process', async () => {
    const id = await remedy.forwarded(fact);
    await remedy.one(DECIDE, { id, decision: 'APPROVED' }, 'disclosure');
    await expectSoon(async () => (await view()).penalties === 0);
    await remedy.city.settled();
    expect((await view()).types).toEqual(['SeriousViolationListing']);
  }, 240_000);
});

/** Looks again and again; views follow within seconds. */
async function expectSoon(isSo: () => Promise<boolean>): Promise<void> {
  const until = performance.now() + 60_000;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error('It is not so after a minute.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
