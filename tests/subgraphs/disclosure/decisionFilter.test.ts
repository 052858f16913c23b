import type { Document } from 'mongodb';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import type { SourceProfile } from '../../../src/ingest/source/SourceProfile.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { importRows, PENALTY_ROW } from './importCsv.ts';
import { overdueFilter, penaltyFilter, permitFilter } from '../../../subgraphs/disclosure/decisionFilter.ts';
import { visibilityFilter } from '../../../src/policy/visibility.ts';
import { withdrawalFilter } from '../../../src/policy/withdrawal.ts';
import { entered, openDisclosure, PENALTY, STAFF, write } from './openDisclosure.ts';

/** A source that has days of decision but no categories: nothing tells how grave its penalties are. */
const WITHOUT_CATEGORIES: SourceProfile = {
  name: 'withoutCategories',
  title: '无处罚类别的清单',
  collection: 'disclosure.penalties',
  where: {},
  columns: {
    名称: 'subjectName',
    文号: 'docNo',
    内容: 'content',
    决定日期: 'decidedOn',
    公示日期: 'publishedOn',
    机关: 'authority',
  },
  ignored: [],
  constants: { subjectCategory: 'LEGAL_OR_UNINCORPORATED' },
  neverHas: ['categories', 'fine', 'violationKind', 'violationFacts', 'basis', 'validUntil', 'authorityUscc'],
  flags: [],
  flagsWhere: {},
};
const OVERDUE = `query ($authority: String) {
  overduePublications(authority: $authority) { totalCount nodes { docNo publicationStatus publicationDueOn missingFields } }
}`;

const folder = temporaryFolder();
let office: TestDepartment;
beforeEach(async () => {
  office = await openDisclosure();
});
afterEach(() => office.close());

async function overdue(variables = {}, request: Parameters<TestDepartment['ask']>[2] = { caller: STAFF }) {
  const { data, errors } = await office.ask(OVERDUE, variables, request);
  expect(errors).toBeUndefined();
  return (data as { overduePublications: { totalCount: number; nodes: readonly { docNo: string }[] } })
    .overduePublications;
}

describe('overduePublications', () => {
  beforeEach(async () => {
    const row = { 名称: PENALTY_ROW.行政相对人名称, 内容: '责令限期治理', 公示日期: '', 机关: PENALTY_ROW.处罚机关 };
    const rows = [
      { ...row, 文号: '逾期', 决定日期: '2026-06-01' },
      { ...row, 文号: '待公示', 决定日期: '2026-06-08' },
      { ...row, 文号: '已在本单位公示', 决定日期: '2026-06-01', 公示日期: '2026-06-02' },
      { ...row, 文号: '文中有类别', 决定日期: '2026-06-01', 内容: '罚款1万元' },
      { ...row, 文号: '另一机关', 决定日期: '2026-05-06', 机关: '福州市城管局' },
    ];
    const report = await importRows(office, 'penalties', folder, rows, { profiles: [WITHOUT_CATEGORIES] });
    expect(report).toMatchObject({ accepted: 5, quarantined: 0, visible: { now: 1, withheld: 4 } });
    await entered(office, 'penalty');
  });

  it('lists what is owed and late, newest first, with what is missing', async () => {
    expect(await overdue()).toEqual({
      totalCount: 2,
      nodes: [
        {
          docNo: '逾期',
          publicationStatus: 'OVERDUE',
          publicationDueOn: '2026-06-10',
          missingFields: [
            'authorityUscc',
            'basis',
            'categories',
            'legalRep',
            'subjectUscc',
            'validUntil',
            'violationFacts',
            'violationKind',
          ],
        },
        expect.objectContaining({ docNo: '另一机关' }),
      ],
    });
  });

  it('grows by itself as days pass', async () => {
    const onDueDay = await overdue({}, { caller: STAFF, now: new Date('2026-06-17T15:59:59Z') });
    expect(onDueDay.totalCount).toBe(2);
    const dayAfter = await overdue({}, { caller: STAFF, now: new Date('2026-06-17T16:00:00Z') });
    expect(dayAfter.nodes.map(({ docNo }) => docNo)).toEqual(['待公示', '逾期', '另一机关']);
  });

  it('is narrowed to one authority, and read by departments only', async () => {
    expect(
      (await overdue({ authority: '福州市城管局' }, { caller: staffOf('tax') })).nodes.map(({ docNo }) => docNo),
    ).toEqual(['另一机关']);
    const { data, errors } = await office.ask(OVERDUE, {}, { caller: ANONYMOUS });
    expect(data).toEqual({ overduePublications: null });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
  });

  it('loses what its department completes, and the public gets it', async () => {
    const { data } = await office.ask(
      '{ penalties(filter: { docNo: "逾期" }) { nodes { id } } }',
      {},
      { caller: STAFF },
    );
    const [fact] = (data as { penalties: { nodes: { id: string; docNo: string }[] } }).penalties.nodes;
    const { docNo } = fact ?? {};
    const input = { ...PENALTY, docNo };
    const { result } = await write(office, 'penaltyCorrect', { id: fact?.id, input, note: '补齐' });
    expect(result).toMatchObject({ changed: true, errors: [] });
    expect((await overdue()).nodes.map(({ docNo }) => docNo)).toEqual(['另一机关']);
    const open = await office.ask('{ penalties(filter: { docNo: "逾期" }) { nodes { publicationStatus } } }');
    expect(open.data).toEqual({ penalties: { nodes: [{ publicationStatus: 'LATE' }] } });
  });
});

describe('penalties', () => {
  it('are found by number, authority, kind and day', async () => {
    await entered(office, 'penalty');
    await entered(office, 'penalty', {
      docNo: '二',
      categories: ['CLOSE', 'FINE'],
      authority: '福州市应急管理局',
      decidedOn: '2026-05-01',
    });
    const found = async (filter: object) => {
      const document = 'query ($filter: PenaltyFilter) { penalties(filter: $filter) { nodes { docNo } } }';
      const { data } = await office.ask(document, { filter });
      return (data as { penalties: { nodes: { docNo: string }[] } }).penalties.nodes.map(({ docNo }) => docNo);
    };
    expect(await found({})).toEqual([PENALTY.docNo, '二']);
    expect(await found({ docNo: '二', authority: null })).toEqual(['二']);
    expect(await found({ authority: PENALTY.authority })).toEqual([PENALTY.docNo]);
    expect(await found({ category: 'CLOSE' })).toEqual(['二']);
    expect(await found({ category: 'FINE', decidedFrom: '2026-05-02' })).toEqual([PENALTY.docNo]);
    expect(await found({ decidedTo: '2026-05-01' })).toEqual(['二']);
    expect(await found({ category: 'WARNING' })).toEqual([]);
  });
});

function winningPlan(plan: Document): string {
  return JSON.stringify((plan as { queryPlanner: { winningPlan: unknown } }).queryPlanner.winningPlan);
}

describe('every filter', () => {
  it.each([
    ['permits', permitFilter({ docNo: '一' }), 'docNo_1_sortOn_-1__id_-1'],
    ['permits', permitFilter({ authority: '某局' }), 'authority_1_sortOn_-1__id_-1'],
    ['permits', permitFilter({ category: 'GENERAL' }), 'category_1_sortOn_-1__id_-1'],
    ['permits', permitFilter({ decidedFrom: '2026-01-01' }), 'sortOn_-1__id_-1'],
    ['penalties', penaltyFilter({ docNo: '一' }), 'docNo_1_sortOn_-1__id_-1'],
    ['penalties', penaltyFilter({ authority: '某局' }), 'authority_1_sortOn_-1__id_-1'],
    ['penalties', penaltyFilter({ category: 'FINE' }), 'categories_1_sortOn_-1__id_-1'],
    ['penalties', penaltyFilter({ decidedTo: '2026-01-01' }), 'sortOn_-1__id_-1'],
    ['penalties', overdueFilter('2026-06-15', null), 'record.qualityFlags_1_sortOn_-1__id_-1'],
  ])('of %s %j is served by an index', async (name, filter, index) => {
    const query = { $and: [visibilityFilter(STAFF, '2026-06-15', { department: 'disclosure' }), filter] };
    const found = office.subgraph.database.db
      .collection(name)
      .find(query as object)
      .sort({ sortOn: -1, _id: -1 });
    expect(winningPlan(await found.explain('queryPlanner'))).toContain(`"indexName":"${index}"`);
  });

  it('of withdrawals is served by an index too', async () => {
    const found = office.subgraph.database.db.collection('penalties').find(withdrawalFilter('2026-06-15') as object);
    const plan = await found.sort({ 'record.publicity.endedOn': -1, _id: -1 }).explain('queryPlanner');
    expect(winningPlan(plan)).toContain('"indexName":"record.publicity.endedOn_-1__id_-1"');
  });
});
