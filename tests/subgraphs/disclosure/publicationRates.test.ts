import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { NOW, staffOf, type TestDepartment } from '../../kit/department.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { importRows, PENALTY_ROW, PERMIT_ROW } from './importCsv.ts';
import { openDisclosure, STAFF, write } from './openDisclosure.ts';

const ENVIRONMENT = PENALTY_ROW.处罚机关;
const MARKET = PERMIT_ROW.许可机关;
const FIGURES = 'decisions quarantined onTime late overdue pending beyondCap timeliness completeness compliance';
const QUERY = `query ($from: LocalDate!, $to: LocalDate!, $authority: String, $provider: String, $first: Int, $after: String) {
  publicationRates(from: $from, to: $to, authority: $authority, provider: $provider, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { authority permits { ${FIGURES} } penalties { ${FIGURES} } all { ${FIGURES} } }
  }
}`;
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const NOTHING = {
  ...{ decisions: 0, quarantined: 0, onTime: 0, late: 0, overdue: 0, pending: 0, beyondCap: 0 },
  ...{ timeliness: null, completeness: null, compliance: null },
};

interface Rates {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly { readonly authority: string | null; readonly [kind: string]: unknown }[];
}

let office: TestDepartment;
const folder = temporaryFolder();

beforeAll(async () => {
  office = await openDisclosure();
  const penalty = (docNo: string, differing: Record<string, string>) => ({
    ...PENALTY_ROW,
    行政处罚决定书文号: docNo,
    ...differing,
  });
  await importRows(office, 'penalties', folder, [
    penalty('1', { 公示日期: '2026-06-10' }),
    penalty('2', { 公示日期: '2026-06-11' }),
    // Decided on 6 May: due on 15 May, 20 working days end on 3 June; public here on 15 June.
    penalty('3', { 处罚决定日期: '2026-05-06' }),
    // A minor penalty is not published, and so neither on time nor late.
    penalty('4', { 处罚类别: '警告', '罚款金额(万元)': '' }),
    // A fine without its amount.
    penalty('5', { '罚款金额(万元)': '', 公示日期: '2026-06-02' }),
    // Refused: no category. One names its authority, the other has a person's name there.
    penalty('6', { 处罚类别: '' }),
    penalty('7', { 处罚类别: '', 处罚机关: '张三丰', 数据来源单位: '李四光' }),
    // Another period.
    penalty('8', { 处罚决定日期: '2025-12-31', 公示日期: '2026-01-05' }),
  ]);
  await importRows(office, 'permits', folder, [
    { ...PERMIT_ROW, 公示日期: '2026-06-01' },
    { ...PERMIT_ROW, 行政许可决定文书号: '二', 法定代表人: '' },
    { ...PERMIT_ROW, 行政许可决定文书号: '三', 许可机关: ENVIRONMENT },
  ]);
});
afterAll(() => office.close());

async function rates(
  variables: Record<string, unknown> = {},
  request: Parameters<TestDepartment['ask']>[2] = {},
): Promise<Rates> {
  const { data, errors } = await office.ask(QUERY, { ...YEAR, ...variables }, request);
  expect(errors).toBeUndefined();
  return (data as { publicationRates: Rates }).publicationRates;
}

describe('publicationRates', () => {
  it('count each department exactly', async () => {
    const penalties = {
      ...{ decisions: 5, quarantined: 1, onTime: 2, late: 2, overdue: 0, pending: 0, beyondCap: 1 },
      ...{ timeliness: 2 / 4, completeness: (15 * 4 + 14 - 1) / (15 * 4 + 14), compliance: 4 / 6 },
    };
    const permit = {
      ...{ decisions: 1, quarantined: 0, onTime: 0, late: 1, overdue: 0, pending: 0, beyondCap: 0 },
      ...{ timeliness: 0, completeness: 1, compliance: 1 },
    };
    const environment = {
      authority: ENVIRONMENT,
      permits: permit,
      penalties,
      all: {
        ...{ decisions: 6, quarantined: 1, onTime: 2, late: 3, overdue: 0, pending: 0, beyondCap: 1 },
        ...{ timeliness: 2 / 5, completeness: (74 + 14 - 1) / (74 + 14), compliance: 5 / 7 },
      },
    };
    const marketPermits = {
      ...{ decisions: 2, quarantined: 0, onTime: 1, late: 1, overdue: 0, pending: 0, beyondCap: 0 },
      ...{ timeliness: 1 / 2, completeness: 27 / 28, compliance: 1 },
    };
    const market = { authority: MARKET, permits: marketPermits, penalties: NOTHING, all: marketPermits };
    const unnamed = { ...NOTHING, quarantined: 1, compliance: 0 };
    expect(await rates()).toEqual({
      totalCount: 3,
      pageInfo: { hasNextPage: false, endCursor: expect.any(String) as unknown },
      nodes: [market, environment, { authority: null, permits: NOTHING, penalties: unnamed, all: unnamed }],
    });
  });

  it('show nobody what stood in the column of the authority of a refused row', async () => {
    for (const caller of [ANONYMOUS, STAFF])
      expect(JSON.stringify(await rates({}, { caller }))).not.toContain('张三丰');
  });

  it.each([
    { authority: '张三丰' },
    { provider: '李四光' },
    { authority: MARKET, provider: '李四光' },
    { authority: '张三丰', provider: MARKET },
  ])('confirm nobody what stands in refused rows: %j', async (asked) => {
    for (const caller of [ANONYMOUS, STAFF]) {
      expect(await rates(asked, { caller })).toMatchObject({ totalCount: 0, nodes: [] });
    }
  });

  it('are the same for everybody, public or not being counted alike', async () => {
    const open = await rates();
    expect(await rates({}, { caller: STAFF })).toEqual(open);
    expect(await rates({}, { caller: staffOf('tax') })).toEqual(open);
  });

  it('count decisions whose publicity is over', async () => {
    const later = await rates({}, { now: new Date('2035-01-01T00:00:00Z') });
    expect(later.nodes.map(({ all }) => (all as { decisions: number }).decisions)).toEqual([2, 6, 0]);
  });

  it('keep to the period by day of decision, to one authority and to one provider', async () => {
    const decisions = async (variables: Record<string, unknown>) =>
      (await rates(variables)).nodes.map(({ authority, all }) => [authority, (all as { decisions: number }).decisions]);
    expect(await decisions({ from: '2025-12-31', to: '2025-12-31' })).toEqual([[ENVIRONMENT, 1]]);
    expect(await decisions({ from: '2026-05-06', to: '2026-05-06' })).toEqual([[ENVIRONMENT, 1]]);
    expect(await decisions({ authority: MARKET })).toEqual([[MARKET, 2]]);
    expect(await decisions({ provider: MARKET })).toEqual([
      [MARKET, 2],
      [ENVIRONMENT, 1],
    ]);
    expect(await decisions({ authority: '没有的机关' })).toEqual([]);
  });

  it('are paged by name', async () => {
    const first = await rates({ first: 1 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true }, nodes: [{ authority: MARKET }] });
    const second = await rates({ first: 1, after: first.pageInfo.endCursor });
    expect(second).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [{ authority: ENVIRONMENT }],
    });
    const third = await rates({ first: 1, after: second.pageInfo.endCursor });
    expect(third).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ authority: null }] });
  });

  it.each([
    ['2026-02-01', '2026-01-31'],
    ['2025-01-01', '2026-01-02'],
  ])('refuse a period from %s to %s', async (from, to) => {
    const { data, errors } = await office.ask(QUERY, { from, to });
    expect(data).toEqual({ publicationRates: null });
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['VALUE_INVALID']);
  });

  it('no longer count what is annulled', async () => {
    const { data } = await office.ask('{ permits(filter: { docNo: "三" }) { nodes { id } } }');
    const [permit] = (data as { permits: { nodes: { id: string }[] } }).permits.nodes;
    await write(office, 'permitAnnul', { id: permit?.id, note: '误录' }, { now: NOW });
    const [, environment] = (await rates()).nodes;
    expect(environment?.['permits']).toEqual(NOTHING);
  });
});
