import { annualReports } from '../../../subgraphs/registry/collections/annualReports.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { staffOf, type TestDepartment } from '../../kit/department.ts';
import { ALL_FIGURES, FIGURE_FIELDS, FIGURES, OPEN_PARTS, REPORT, REPORT_FIELDS } from './annualReportSample.ts';
import { liveAsFact } from './liveAsFact.ts';
import { create, entered, ENTERPRISE, openRegistry, STAFF } from './openRegistry.ts';

const NO_FIGURES = Object.fromEntries(Object.keys(FIGURES).map((name) => [name, null]));

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

async function read(id: string, fields: string, caller = ANONYMOUS): Promise<unknown> {
  const { data } = await registry.ask(`{ annualReport(id: "${id}") { ${fields} } }`, {}, { caller });
  return data?.['annualReport'];
}

describe('an annual report', () => {
  liveAsFact(() => registry, {
    collection: annualReports,
    noun: 'annualReport',
    list: 'annualReports',
    under: 'annualReports',
    input: { ...REPORT, openFigures: ALL_FIGURES },
    selection: REPORT_FIELDS,
    reads: {
      ...OPEN_PARTS,
      ...FIGURES,
      decidedOn: '2026-03-20',
      openFigures: ALL_FIGURES,
      dueOn: '2026-06-30',
      isLate: false,
    },
    correction: { phone: '0591-11112222' },
    corrected: { phone: '0591-11112222' },
  });

  it('keeps every figure closed that the enterprise has not opened, to all but the registry, on every path', async () => {
    const id = await entered(registry, 'annualReport', { ...REPORT, openFigures: ['REVENUE', 'GUARANTEES'] });
    const opened = { ...NO_FIGURES, revenue: FIGURES.revenue, guarantees: FIGURES.guarantees };
    const document = `query ($entity: [_Any!]!) {
      enterprise(uscc: "${ENTERPRISE}") { annualReports { nodes { ${FIGURE_FIELDS} } edges { node { alias: taxPaid } } } }
      annualReports { nodes { ${FIGURE_FIELDS} } }
      _entities(representations: $entity) { ... on AnnualReport { ${FIGURE_FIELDS} } }
    }`;
    const seenBy = async (caller: typeof ANONYMOUS) =>
      (await registry.ask(document, { entity: [{ __typename: 'AnnualReport', id }] }, { caller })).data;
    const expected = (figures: object, alias: string | null) => ({
      enterprise: { annualReports: { nodes: [figures], edges: [{ node: { alias } }] } },
      annualReports: { nodes: [figures] },
      _entities: [figures],
    });
    expect(await seenBy(ANONYMOUS)).toEqual(expected(opened, null));
    expect(await seenBy(staffOf('tax'))).toEqual(expected(opened, null));
    expect(await seenBy(STAFF)).toEqual(expected(FIGURES, FIGURES.taxPaid));
  });

  it('keeps all figures closed where nothing was chosen', async () => {
    const id = await entered(registry, 'annualReport', REPORT);
    expect(await read(id, `openFigures ${FIGURE_FIELDS}`)).toEqual({ openFigures: null, ...NO_FIGURES });
  });

  it.each([
    ['2025-01-01', false, []],
    ['2025-06-30', false, []],
    ['2025-07-01', true, []],
    ['2024-12-31', false, ['DATE_ORDER']],
  ])('filed on %s is late: %s, with remarks %j', async (filedOn, isLate, qualityFlags) => {
    const id = await entered(registry, 'annualReport', { ...REPORT, year: 2024, filedOn });
    expect(await read(id, 'isLate dueOn record { qualityFlags }')).toEqual({
      isLate,
      dueOn: '2025-06-30',
      record: { qualityFlags },
    });
  });

  it.each([2012, 2027])('on %i is refused; nothing is stored', async (year) => {
    const { result } = await create(registry, 'annualReport', { ...REPORT, year });
    expect(result).toMatchObject({ id: null, errors: [{ field: 'year', code: 'NUMBER_INVALID' }] });
    expect(await registry.subgraph.database.facts(annualReports).countDocuments()).toBe(0);
  });

  it('of a household is for departments only where the household keeps it closed', async () => {
    const household = { ...REPORT, subjectUscc: '92350102MA33K1X74B', form: 'HOUSEHOLD', openReport: false };
    const closed = await entered(registry, 'annualReport', household);
    expect(await read(closed, 'year')).toBeNull();
    expect(await read(closed, 'year record { usageScope }', staffOf('tax'))).toEqual({
      year: 2025,
      record: { usageScope: 'GOV_SHARED' },
    });
    const open = await entered(registry, 'annualReport', { ...household, year: 2024, openReport: true });
    expect(await read(open, 'year')).toEqual({ year: 2024 });
  });

  it('of an enterprise is public whatever it says of openness', async () => {
    const id = await entered(registry, 'annualReport', { ...REPORT, form: 'HOUSEHOLD', openReport: false });
    expect(await read(id, 'year record { usageScope }')).toEqual({ year: 2025, record: { usageScope: 'PUBLIC' } });
  });

  it('of a large enterprise carries a remark where overdue payments are missing', async () => {
    const { result } = await create(registry, 'annualReport', { ...REPORT, overdueAmount: null });
    expect(result).toMatchObject({ revision: 1, qualityFlags: ['AMOUNT_MISSING'] });
    const medium = await create(registry, 'annualReport', {
      ...REPORT,
      year: 2024,
      enterpriseSize: 'MEDIUM',
      overdueAmount: null,
    });
    expect(medium.result).toMatchObject({ revision: 1, qualityFlags: [] });
  });

  it('is listed by year', async () => {
    const id = await entered(registry, 'annualReport', REPORT);
    await entered(registry, 'annualReport', { ...REPORT, year: 2024, filedOn: '2025-05-05' });
    const { data } = await registry.ask('{ annualReports(year: 2025) { totalCount nodes { id } } }');
    expect(data).toEqual({ annualReports: { totalCount: 1, nodes: [{ id }] } });
  });
});
