import fc from 'fast-check';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { judgeFact } from '../../../src/data/judgeFact.ts';
import { enterprises } from '../../../subgraphs/registry/collections/enterprises.ts';
import { department } from '../../../subgraphs/registry/department.ts';
import { NOW, openDepartment, type TestDepartment } from '../../kit/department.ts';
import { testCodes } from './testCodes.ts';

const STATUSES = ['IN_BUSINESS', 'REVOKED', 'DEREGISTERED'];
const CITIES = ['福州', '厦门'];
const rows = [...testCodes(70), ...testCodes(37, '350203')].map((uscc, at) => ({
  uscc,
  name: `${at % 5 === 0 ? '福州' : '福建'}第${String(at)}号有限公司`,
  status: STATUSES[at % 3] ?? '',
  city: CITIES[at % 2] ?? '',
  entityType: at % 4 === 0 ? '个人独资企业' : '有限责任公司',
  industryCode: at % 7 === 0 ? 'I6510' : 'C1310',
  // Many share a day, so that only the code tells their order.
  establishedOn: `20${String(10 + (at % 6))}-03-01`,
  registrationAuthority: '市场监督管理局',
}));
type Row = (typeof rows)[number];

/** What a filter says, in the API's words and in our own. */
const FILTERS: [string, object, (row: Row) => boolean][] = [
  ['nothing', {}, () => true],
  ['a status', { status: 'REVOKED' }, ({ status }) => status === 'REVOKED'],
  ['a city', { city: '福州' }, ({ city }) => city === '福州'],
  ['a type', { entityType: '个人独资企业' }, ({ entityType }) => entityType === '个人独资企业'],
  ['an industry', { industryCode: 'I6510' }, ({ industryCode }) => industryCode === 'I6510'],
  ['a name', { name: '福州第0号有限公司' }, ({ name }) => name === '福州第0号有限公司'],
  ['the beginning of a name', { nameStartsWith: '福州第' }, ({ name }) => name.startsWith('福州第')],
  ['a division', { divisionCode: '350203' }, ({ uscc }) => uscc.slice(2, 8) === '350203'],
  ['the beginning of a division', { divisionCode: '3502' }, ({ uscc }) => uscc.slice(2, 6) === '3502'],
  ['a first day', { establishedFrom: '2013-03-01' }, ({ establishedOn }) => establishedOn >= '2013-03-01'],
  ['a last day', { establishedTo: '2011-03-01' }, ({ establishedOn }) => establishedOn <= '2011-03-01'],
  ['a span of no day', { establishedFrom: '2013-03-02', establishedTo: '2013-03-01' }, () => false],
  [
    'several parts',
    { status: 'IN_BUSINESS', city: '厦门', divisionCode: '3501', establishedTo: '2012-12-31' },
    ({ status, city, uscc, establishedOn }) =>
      status === 'IN_BUSINESS' && city === '厦门' && uscc.startsWith('913501') && establishedOn <= '2012-12-31',
  ],
  ['an explicit null', { status: null, nameStartsWith: null, establishedFrom: null, name: null }, () => true],
];

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openDepartment(department);
  const setting = { today: '2026-06-15', neverHas: new Set<string>(), provider: {}, flags: [] };
  const drafts = rows.map((row) => {
    const verdict = judgeFact(enterprises, row, setting);
    if ('faults' in verdict) throw new Error(JSON.stringify(verdict.faults));
    return verdict.draft;
  });
  const origin = { source: 'test', operator: 'test', receivedAt: NOW };
  await writeFacts(registry.subgraph.database, enterprises, drafts, {
    origin,
    reason: 'CORRECTED',
    neverHas: new Set(),
  });
});
afterAll(() => registry.close());

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly uscc: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly uscc: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function page(first: number | null, after: string | null, filter: object | null): Promise<Page> {
  const { data, errors } = await registry.ask(
    `query ($first: Int, $after: String, $filter: EnterpriseFilter) {
      enterprises(first: $first, after: $after, filter: $filter) {
        totalCount nodes { uscc } edges { cursor node { uscc } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`,
    { first, after, filter },
  );
  expect(errors).toBeUndefined();
  return (data as unknown as { enterprises: Page }).enterprises;
}

function expectedCodes(holds: (row: Row) => boolean): string[] {
  const wanted = rows.filter(holds);
  const key = ({ establishedOn, uscc }: Row) => `${establishedOn} ${uscc}`;
  return wanted.sort((left, right) => (key(left) < key(right) ? 1 : -1)).map(({ uscc }) => uscc);
}

describe('the list of enterprises', () => {
  it.each(FILTERS)('is narrowed by %s, most recently established first', async (_name, filter, holds) => {
    const { nodes, totalCount } = await page(100, null, filter);
    const codes = expectedCodes(holds);
    expect(nodes.map(({ uscc }) => uscc)).toEqual(codes.slice(0, 100));
    expect(totalCount).toBe(codes.length);
  });

  it('gives every row once, in pages of any size', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom(...FILTERS), async (cycle, [, filter, holds]) => {
        const codes: string[] = [];
        let after: string | null = null;
        for (let turn = 0; ; turn += 1) {
          const size = cycle[turn % cycle.length] ?? 1;
          const { edges, pageInfo }: Page = await page(size, after, filter);
          codes.push(...edges.map(({ node }) => node.uscc));
          expect(pageInfo.hasPreviousPage).toBe(turn > 0);
          expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
            edges[0]?.cursor ?? null,
            edges.at(-1)?.cursor ?? null,
          ]);
          if (!pageInfo.hasNextPage) break;
          expect(edges.length).toBe(size);
          after = pageInfo.endCursor;
        }
        expect(codes).toEqual(expectedCodes(holds));
      }),
      { numRuns: 25 },
    );
  });

  it('gives 20 rows where no number is given', async () => {
    expect((await page(null, null, null)).nodes.length).toBe(20);
  });

  it.each([
    [{ first: 0 }, 'PAGE_SIZE'],
    [{ first: 101 }, 'PAGE_SIZE'],
    [{ after: 'bm90IGEgY3Vyc29y' }, 'CURSOR_INVALID'],
  ])('refuses %j', async (variables, code) => {
    const document =
      'query ($first: Int, $after: String) { enterprises(first: $first, after: $after) { nodes { uscc } } }';
    const { data, errors = [] } = await registry.ask(document, variables);
    expect(data).toEqual({ enterprises: null });
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });
});

describe('enterprises by their codes', () => {
  const ask = (usccs: readonly string[]) =>
    registry.ask('query ($usccs: [USCC!]!) { enterprisesByUscc(usccs: $usccs) { uscc name } }', { usccs });

  it('come in the order asked for, null where unknown, twice where asked twice', async () => {
    const [first, second] = rows;
    const unknown = '91350100705362917E';
    const { data } = await ask([second?.uscc ?? '', unknown, first?.uscc.toLowerCase() ?? '', second?.uscc ?? '']);
    const shown = (row: Row | undefined) => ({ uscc: row?.uscc, name: row?.name });
    expect(data).toEqual({ enterprisesByUscc: [shown(second), null, shown(first), shown(second)] });
  });

  it('are at most 100 at once', async () => {
    const codes = rows.map(({ uscc }) => uscc);
    const { data } = await ask(codes.slice(0, 100));
    expect((data as { enterprisesByUscc: { uscc: string }[] }).enterprisesByUscc.map(({ uscc }) => uscc)).toEqual(
      codes.slice(0, 100),
    );
    const tooMany = await ask(codes.slice(0, 101));
    expect(tooMany.data).toEqual({ enterprisesByUscc: null });
    expect(tooMany.errors?.map(({ extensions }) => extensions['code'])).toEqual(['LIST_TOO_LONG']);
    expect(await ask([])).toEqual({ data: { enterprisesByUscc: [] } });
  });
});
