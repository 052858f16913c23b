import fc from 'fast-check';
import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';
import { changes } from '../../../subgraphs/registry/collections/changes.ts';
import type { TestDepartment } from '../../kit/department.ts';
import { ENTERPRISE, openRegistry, register } from './openRegistry.ts';

const OTHER = '9335018158311TC46J';

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
  await register(registry, { uscc: OTHER, name: '福州另一公司' });
});
beforeEach(() => clear());
afterAll(() => registry.close());

const facts = () => registry.subgraph.database.facts(changes);

async function clear(): Promise<void> {
  await facts().deleteMany({});
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const PAGE = `(first: $first, after: $after) {
  totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;

/** The three ways in which a page is read: a whole collection, one parent alone, and several parents in one batch. */
const WAYS: Readonly<Record<string, { readonly ask: string; readonly pageOf: (data: never) => Page }>> = {
  'as a list': {
    ask: `query ($first: Int, $after: String) { page: registrationChanges${PAGE} }`,
    pageOf: ({ page }: { page: Page }) => page,
  },
  'under one enterprise': {
    ask: `query ($first: Int, $after: String) { enterprise(uscc: "${ENTERPRISE}") { changes${PAGE} } }`,
    pageOf: ({ enterprise }: { enterprise: { changes: Page } }) => enterprise.changes,
  },
  'under several enterprises at once': {
    ask: `query ($first: Int, $after: String) {
      enterprisesByUscc(usccs: ["${OTHER}", "${ENTERPRISE}"]) { changes${PAGE} }
    }`,
    pageOf: (data: { enterprisesByUscc: [unknown, { changes: Page }] }) => data.enterprisesByUscc[1].changes,
  },
};
const WAYS_BY_NAME = Object.entries(WAYS);

/** What decides a fact's place and whether the public sees it. */
interface Place {
  readonly id: string;
  readonly sortOn: string;
  readonly isVisible: boolean;
}

function stored({ id, sortOn, isVisible }: Place): FactDocumentBase {
  const provenance = { source: 'test', operator: 'test', receivedAt: new Date() };
  const rest = { polarity: 'NEUTRAL', revision: 1, revisionReason: 'CREATED', state: 'ACTIVE', provenance } as const;
  return {
    _id: id,
    subjectUscc: ENTERPRISE,
    sortOn,
    record: { ...rest, usageScope: isVisible ? 'PUBLIC' : 'GOV_SHARED' },
  };
}

async function put(places: readonly Place[]): Promise<void> {
  if (places.length > 0) await facts().insertMany(places.map(stored));
}

async function pageAfter(way: string, first: number, after: string | null): Promise<Page> {
  const { ask, pageOf } = WAYS[way] ?? { ask: '', pageOf: () => ({}) as Page };
  const { data, errors } = await registry.ask(ask, { first, after });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return pageOf(data as never);
}

/** Walks all pages; between them something may happen. */
async function walk(way: string, first: number, between: (page: number) => Promise<void>): Promise<string[]> {
  const walked: string[] = [];
  for (let after: string | null = null, number = 0; ; number += 1) {
    const { nodes, edges, pageInfo }: Page = await pageAfter(way, first, after);
    const ids = nodes.map(({ id }) => id);
    expect(edges.map(({ node }) => node.id)).toEqual(ids);
    expect(ids.length).toBeLessThanOrEqual(first);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
      edges[0]?.cursor ?? null,
      edges.at(-1)?.cursor ?? null,
    ]);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    walked.push(...ids);
    if (!pageInfo.hasNextPage) return walked;
    expect(ids).toHaveLength(first);
    after = pageInfo.endCursor;
    await between(number);
  }
}

/** The order of lists, newest first and then by id. */
function inOrder(places: readonly Place[]): string[] {
  const key = ({ sortOn, id }: Place) => `${sortOn.padEnd(10)}|${id}`;
  const visible = places.filter(({ isVisible }) => isVisible);
  return visible.sort((one, other) => (key(one) < key(other) ? 1 : -1)).map(({ id }) => id);
}

const place = fc.record({
  id: fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '0', '1', '-', '_'), minLength: 6, maxLength: 8 }),
  sortOn: fc.constantFrom('', '2024-02-29', '2026-01-01', '2026-06-15'),
  isVisible: fc.boolean(),
});
const places = fc.uniqueArray(place, { maxLength: 70, selector: ({ id }) => id });
const size = fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 12 }));

describe.each(WAYS_BY_NAME.map(([way]) => way))('walking all pages %s', (way) => {
  it('meets every visible fact exactly once and in order, at any size of page', async () => {
    await fc.assert(
      fc.asyncProperty(places, size, async (all, first) => {
        await put(all);
        const order = inOrder(all);
        expect(await walk(way, first, () => Promise.resolve())).toEqual(order);
        expect((await pageAfter(way, first, null)).totalCount).toBe(order.length);
      }),
      { numRuns: 25, plugins: [fc.beforeEach(clear)] },
    );
  });

  it('meets every fact that was there exactly once while others come in between', async () => {
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ min: 1, max: 10 }), fc.nat(69), async (all, first, later) => {
        const [there, coming] = [all.slice(later), all.slice(0, later)];
        await put(there);
        const walked = await walk(way, first, (page) => put(coming.slice(page * 3, page * 3 + 3)));
        const known = new Set(there.map(({ id }) => id));
        expect(walked.filter((id) => known.has(id))).toEqual(inOrder(there));
        const position = new Map(inOrder(all).map((id, at) => [id, at]));
        const steps = walked.map((id) => position.get(id) ?? -1);
        expect(steps).toEqual([...new Set(steps)].sort((one, other) => one - other));
      }),
      { numRuns: 20, plugins: [fc.beforeEach(clear)] },
    );
  });

  it.each([0, -1, 101, 2 ** 31 - 1])('is refused at a size of %i, and says what is allowed', async (first) => {
    const { errors = [] } = await registry.ask(WAYS[way]?.ask ?? '', { first });
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors) {
      expect(extensions).toEqual({ code: 'PAGE_SIZE', details: { limit: 100 } });
      expect(message).toBe('`first` must be between 1 and 100.');
    }
  });

  it.each(['', 'x', '第二页', 'WyIyMDI2LTAxLTAxIiwiYSJd'])('is refused after %p, which is no cursor', async (after) => {
    const { errors = [] } = await registry.ask(WAYS[way]?.ask ?? '', { after });
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(errors.map(() => 'CURSOR_INVALID'));
  });

  it('takes null for no argument: twenty rows from the beginning', async () => {
    const all = Array.from({ length: 30 }, (_, at) => ({ id: `fact${at}`, sortOn: '2026-01-01', isVisible: true }));
    await put(all);
    const { data } = await registry.ask(WAYS[way]?.ask ?? '', { after: null });
    expect(WAYS[way]?.pageOf(data as never).nodes.map(({ id }) => id)).toEqual(inOrder(all).slice(0, 20));
  });
});
