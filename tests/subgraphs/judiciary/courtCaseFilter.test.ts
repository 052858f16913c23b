import type { Document } from 'mongodb';
import { courtCaseFilter } from '../../../subgraphs/judiciary/courtCaseFilter.ts';
import { department } from '../../../subgraphs/judiciary/department.ts';
import { openDepartment, type TestDepartment } from '../../kit/department.ts';
import { enter, LISTING, OTHER_UNIT } from './courtTest.ts';

let courts: TestDepartment;
let first: string;
let second: string;
beforeAll(async () => {
  courts = await openDepartment(department);
  first = await enter(courts, 'JudgmentDefaulter', LISTING);
  second = await enter(courts, 'JudgmentDefaulter', {
    ...LISTING,
    subjectUscc: OTHER_UNIT,
    caseNo: '（2025）闽0102执恢123号',
    listedOn: '2025-03-11',
  });
});
afterAll(() => courts.close());

const QUERY = `query ($filter: CourtCaseFilter, $after: String, $first: Int) {
  judgmentDefaulters(filter: $filter, after: $after, first: $first) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;

async function found(filter: object | null): Promise<readonly string[]> {
  const { data, errors } = await courts.ask(QUERY, { filter });
  expect(errors).toBeUndefined();
  const page = data?.['judgmentDefaulters'] as { totalCount: number; nodes: { id: string }[] };
  expect(page.totalCount).toBe(page.nodes.length);
  return page.nodes.map(({ id }) => id);
}

function indexesIn(plan: Document): string[] {
  const name = plan['indexName'] as string | undefined;
  const below = [plan['inputStage'], ...((plan['inputStages'] as Document[] | undefined) ?? [])] as (
    Document | undefined
  )[];
  return [
    ...(name === undefined ? [] : [name]),
    ...below.flatMap((stage) => (stage === undefined ? [] : indexesIn(stage))),
  ];
}

describe('courtCaseFilter', () => {
  it('finds a case however its number is printed, and no other', async () => {
    expect(await found({ caseNo: '〔2025〕闽0102执000123号' })).toEqual([first]);
    expect(await found({ caseNo: '(2025)闽0102执12号' })).toEqual([]);
  });

  it('finds what a court decided, newest first', async () => {
    expect(await found({ court: LISTING.court })).toEqual([second, first]);
    expect(await found({ court: '福州市中级人民法院' })).toEqual([]);
  });

  it('asks for all parts given together', async () => {
    expect(await found({ court: LISTING.court, caseNo: LISTING.caseNo })).toEqual([first]);
    expect(await found({ court: '福州市中级人民法院', caseNo: LISTING.caseNo })).toEqual([]);
  });

  it.each([null, {}, { caseNo: null, court: null }])('narrows nothing where it says nothing: %j', async (filter) => {
    expect(await found(filter)).toEqual([second, first]);
  });

  it('goes on behind a cursor within the filter', async () => {
    const filter = { court: LISTING.court };
    const page = await courts.ask(QUERY, { filter, first: 1 });
    const { pageInfo } = page.data?.['judgmentDefaulters'] as { pageInfo: { hasNextPage: boolean; endCursor: string } };
    expect(pageInfo.hasNextPage).toBe(true);
    expect((await courts.ask(QUERY, { filter, first: 1, after: pageInfo.endCursor })).data).toMatchObject({
      judgmentDefaulters: { totalCount: 2, nodes: [{ id: first }], pageInfo: { hasNextPage: false } },
    });
  });

  it.each([
    ...Object.keys(department.collections).flatMap((name) => [
      [name, { caseNo: LISTING.caseNo }, 'caseKey_1_sortOn_-1__id_-1'],
      [name, { court: LISTING.court }, 'court_1_sortOn_-1__id_-1'],
    ]),
  ] as [string, object, string][])('is served by an index of %s: %j', async (name, filter, index) => {
    const facts = courts.subgraph.database.db.collection(name);
    const plan = await facts
      .find(courtCaseFilter(filter) as Document)
      .sort({ sortOn: -1, _id: -1 })
      .explain('queryPlanner');
    const { winningPlan } = plan['queryPlanner'] as { winningPlan: Document };
    expect(indexesIn(winningPlan)).toEqual([index]);
    expect(JSON.stringify(winningPlan)).not.toContain('"SORT"');
  });
});
