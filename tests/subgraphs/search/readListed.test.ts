import type { RequestContext } from '../../../src/subgraph/context.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { generationOf } from '../../../subgraphs/search/index/Generation.ts';
import { readState } from '../../../subgraphs/search/index/IndexState.ts';
import { readListedNumbers } from '../../../subgraphs/search/index/readListings.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { writeWays } from '../../kit/draftOf.ts';
import { WAGES } from '../credit/listTest.ts';
import { CODES, openSearch, type SearchCity } from './openSearch.ts';

const [ONE = '', TWO = '', THREE = '', FOUR = ''] = CODES;
const credit = { caller: staffOf('credit') };

let search: SearchCity;
let entry: string;
beforeAll(async () => {
  search = await openSearch();
  // The first fact stands in the ledger before the registration of its enterprise, the others behind.
  entry = await enter(ONE);
  await search.city.settle();
  await search.register(
    [ONE, TWO, THREE, FOUR].map((uscc, at) => ({ uscc, name: `福州荣达${'甲乙丙丁'.charAt(at)}商贸有限公司` })),
  );
  await writeWays(search.city, 'judiciary.judgmentDefaulters', [
    { id: 'd2', uscc: TWO },
    { id: 'd3', uscc: THREE, usageScope: 'GOV_SHARED' },
    { id: 'd4', uscc: FOUR, publicity: { from: '2026-01-01', until: '2026-06-14' } },
    { id: 'd5', uscc: FOUR, state: 'HIDDEN' },
  ]);
  await search.city.settle();
}, 120_000);
afterAll(() => search.city.close());

async function enter(subjectUscc: string): Promise<string> {
  const { data, errors } = await search.city.ask(
    'credit',
    'mutation ($input: ListEntryInput!) { listEntryCreate(input: $input) { id errors { field code } } }',
    { input: { ...WAGES, subjectUscc, subjectName: '福州荣达甲商贸有限公司' } },
    credit,
  );
  const written = data?.['listEntryCreate'] as { readonly id: string | null } | undefined;
  if (typeof written?.id !== 'string') throw new Error(JSON.stringify({ errors, written }));
  return written.id;
}

async function standing(lists: readonly string[], request: Partial<RequestContext> = {}): Promise<readonly string[]> {
  const { nodes, totalCount } = await search.search('荣达', { filter: { lists } }, request);
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ enterprise }) => enterprise.uscc).sort();
}

async function counted(request: Partial<RequestContext> = {}): Promise<Readonly<Record<string, number>>> {
  const { facets } = await search.search('荣达', {}, request);
  return Object.fromEntries((facets['lists'] ?? []).map(({ value, count }) => [value, count]));
}

describe('red and black lists', () => {
  it('narrow to those who stand on one now, as the public may see it', async () => {
    expect(await standing(['wage-arrears'])).toEqual([ONE]);
    expect(await standing(['judgment-defaulters'])).toEqual([TWO]);
    expect(await standing(['wage-arrears', 'judgment-defaulters'])).toEqual([ONE, TWO]);
    expect(await standing(['work-safety', 'there-is-none'])).toEqual([]);
    expect((await search.search('宇宙飞船', { filter: { lists: ['wage-arrears'] } })).nodes).toEqual([]);
  });

  it('narrow by nothing that the caller may not see, so that a count or a cut tells nothing of it', async () => {
    const office = search.city.department('search');
    const { db } = office.database;
    const generation = generationOf(db, (await readState(db))?.generation ?? 0);
    const numbersOf = async (caller: Caller): Promise<readonly string[]> => {
      const request = office.contextFor({ caller, requestId: 'r', now: NOW, locale: 'en' });
      const listed = await readListedNumbers(generation, ['judgment-defaulters'], request);
      const all = await generation.enterprises.find().toArray();
      return all.filter(({ _id }) => listed?.has(_id)).map(({ subjectUscc }) => subjectUscc);
    };
    expect(await numbersOf(ANONYMOUS)).toEqual([TWO]);
    expect(await numbersOf(staffOf('labour'))).toEqual([TWO, THREE]);
  });

  it('are counted by the same rule', async () => {
    expect(await counted()).toEqual({ 'judgment-defaulters': 1, 'wage-arrears': 1 });
  });

  it('show departments what is shared with them', async () => {
    const caller = staffOf('labour');
    expect(await standing(['judgment-defaulters'], { caller })).toEqual([TWO, THREE].sort());
    expect(await counted({ caller })).toEqual({ 'judgment-defaulters': 2, 'wage-arrears': 1 });
  });

  it('judge windows at the time of asking, in both directions', async () => {
    const before = { now: new Date('2026-06-14T04:00:00Z') };
    expect(await standing(['judgment-defaulters'], before)).toEqual([TWO, FOUR].sort());
    const after = { now: new Date('2028-01-11T04:00:00Z') };
    expect(await standing(['wage-arrears'], after)).toEqual([]);
    expect(await counted(after)).toEqual({ 'judgment-defaulters': 1 });
  });

  it('let go of an annulled entry at once, before the index has followed, and for good', async () => {
    const { errors } = await search.city.ask(
      'credit',
      'mutation ($id: ID!) { listEntryAnnul(id: $id, note: "误列") { id } }',
      { id: entry },
      credit,
    );
    expect(errors).toBeUndefined();
    for (const request of [{}, credit]) {
      expect(await standing(['wage-arrears'], request)).toEqual([]);
      expect(await counted(request)).not.toHaveProperty('wage-arrears');
    }
    await search.city.settle();
    expect(await standing(['wage-arrears'])).toEqual([]);
    expect(await counted()).toEqual({ 'judgment-defaulters': 1 });
  });
});
