import { department } from '../../../subgraphs/judiciary/department.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { documentsIn, enter, ID_NUMBER, LISTING, OTHER_UNIT, UNIT } from './courtTest.ts';

const WRITTEN = 'id revision changed qualityFlags errors { field code message }';
const CREATE = `mutation ($input: JudgmentDefaulterInput!) { judgmentDefaulterCreate(input: $input) { ${WRITTEN} } }`;
const CORRECT = `mutation ($id: ID!, $input: JudgmentDefaulterInput!, $seen: Int) {
  judgmentDefaulterCorrect(id: $id, input: $input, note: "更正", expectedRevision: $seen) { ${WRITTEN} } }`;
const ANNUL = `mutation ($id: ID!, $seen: Int) {
  judgmentDefaulterAnnul(id: $id, note: "误录", expectedRevision: $seen) { ${WRITTEN} } }`;
const staff = { caller: staffOf('judiciary') };

let courts: TestDepartment;
beforeEach(async () => {
  courts = await openDepartment(department);
});
afterEach(() => courts.close());

/** Ids that a caller sees of the unit, as one department's reference and as the whole list. */
async function idsSeen(request: Parameters<TestDepartment['ask']>[2] = {}): Promise<string[]> {
  const { data, errors } = await courts.ask(
    `query ($uscc: _Any!) {
      _entities(representations: [$uscc]) { ... on Enterprise { judgmentDefaulterRecords { totalCount nodes { id } } } }
      judgmentDefaulters { totalCount nodes { id } }
    }`,
    { uscc: { __typename: 'Enterprise', uscc: UNIT } },
    request,
  );
  expect(errors).toBeUndefined();
  const page = data?.['judgmentDefaulters'] as { totalCount: number; nodes: { id: string }[] };
  expect(page.totalCount).toBe(page.nodes.length);
  expect(data?.['_entities']).toEqual([{ judgmentDefaulterRecords: page }]);
  return page.nodes.map(({ id }) => id);
}

const at = (day: string, time = '00:00:00') => ({ now: new Date(`${day}T${time}+08:00`) });
const codes = ({ errors }: Awaited<ReturnType<TestDepartment['ask']>>) =>
  errors?.map(({ extensions, path }) => [path?.[0], extensions['code']]);

describe('judgment defaulters', () => {
  it('are entered by the court and read back by anybody', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    const { data, errors } = await courts.ask(
      `query ($id: ID!) { judgmentDefaulter(id: $id) {
        subject { uscc } decidedOn caseNo court filedOn basisIssuer basisDocNo obligation performance conduct listedOn
        record { subjectName subjectCategory severity polarity usageScope catalogueKind revision qualityFlags provider { name }
          publicity { from until rule endedOn } provenance { linkedBy source } } } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    const { caseNo, court, filedOn, basisIssuer, basisDocNo, obligation, performance, conduct, listedOn } = LISTING;
    expect(data?.['judgmentDefaulter']).toEqual({
      ...{ caseNo, court, filedOn, basisIssuer, basisDocNo, obligation, performance, conduct, listedOn },
      subject: { uscc: UNIT },
      decidedOn: '2025-03-10',
      record: {
        subjectName: '福州测试有限公司',
        subjectCategory: 'LEGAL_OR_UNINCORPORATED',
        severity: 'SERIOUS',
        polarity: 'NEGATIVE',
        usageScope: 'PUBLIC',
        catalogueKind: 6,
        revision: 1,
        qualityFlags: [],
        provider: { name: '人民法院' },
        publicity: {
          from: '2025-03-10',
          until: '2027-03-10',
          rule: expect.stringContaining('法释〔2017〕7号') as unknown,
          endedOn: null,
        },
        provenance: { linkedBy: 'USCC', source: 'mutation' },
      },
    });
  });

  it('are public on both days of their window, counted in Shanghai, and to nobody outside it', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', { ...LISTING, listedOn: '2024-02-29', filedOn: '2024-01-02' });
    expect(await idsSeen(at('2024-02-28', '23:59:59'))).toEqual([]);
    expect(await idsSeen(at('2024-02-29'))).toEqual([id]);
    expect(await idsSeen(at('2026-02-28', '23:59:59'))).toEqual([id]);
    expect(await idsSeen(at('2026-03-01'))).toEqual([]);
    expect(await idsSeen({ ...at('2026-03-01'), ...staff })).toEqual([]);
  });

  it('are public to nobody, the court included, while a grace period runs', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', { ...LISTING, gracePeriodUntil: '2025-05-31' });
    expect(await idsSeen(at('2025-05-31', '23:59:59'))).toEqual([]);
    expect(await idsSeen({ ...at('2025-05-31'), ...staff })).toEqual([]);
    expect(await idsSeen(at('2025-06-01'))).toEqual([id]);
  });

  it('stop being public within three working days after performance', async () => {
    const listing = { ...LISTING, conduct: ['REFUSES_THOUGH_ABLE'], listedOn: '2015-05-04', filedOn: '2015-01-05' };
    const id = await enter(courts, 'JudgmentDefaulter', listing);
    expect(await idsSeen()).toEqual([id]);
    const input = { performance: 'FULLY_PERFORMED', performedOn: '2026-06-15' };
    expect(await courts.ask(CORRECT, { id, input, seen: 1 }, staff)).toMatchObject({
      data: { judgmentDefaulterCorrect: { id, revision: 2, changed: true, errors: [] } },
    });
    expect(await idsSeen(at('2026-06-18', '23:59:59'))).toEqual([id]);
    expect(await idsSeen(at('2026-06-19'))).toEqual([]);
  });

  it('are not public at all once all is performed on a day that nobody names', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    await courts.ask(CORRECT, { id, input: { performance: 'FULLY_PERFORMED' } }, staff);
    expect(await idsSeen()).toEqual([]);
    expect(await idsSeen({ caller: staffOf('tax') })).toEqual([id]);
  });

  it('are corrected as a whole: what is not given stays, null takes out, the replaced revision is kept', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', { ...LISTING, extensionMonths: 12 });
    await courts.ask(CORRECT, { id, input: { extensionMonths: null, court: '福州市中级人民法院' } }, staff);
    const { data } = await courts.ask(
      `query ($id: ID!) { judgmentDefaulter(id: $id) {
      caseNo court extensionMonths record { revision revisionReason publicity { until } } } }`,
      { id },
    );
    expect(data?.['judgmentDefaulter']).toEqual({
      caseNo: LISTING.caseNo,
      court: '福州市中级人民法院',
      extensionMonths: null,
      record: { revision: 2, revisionReason: 'CORRECTED', publicity: { until: '2027-03-10' } },
    });
    expect(await documentsIn(courts)).toMatchObject({
      judgmentDefaulters: 1,
      judgmentDefaulters_revisions: 1,
      outbox: 2,
    });
  });

  it('are one fact for one unit in one case, however the number is printed', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    const again = await courts.ask(CREATE, { input: { ...LISTING, caseNo: '(2025)闽0102执123号' } }, staff);
    expect(again).toMatchObject({
      data: { judgmentDefaulterCreate: { id: null, changed: false, errors: [{ code: 'FACT_EXISTS' }] } },
    });
    expect(JSON.stringify(again)).toContain(id);
    expect(await enter(courts, 'JudgmentDefaulter', { ...LISTING, subjectUscc: OTHER_UNIT })).not.toBe(id);
    expect(await documentsIn(courts)).toMatchObject({ judgmentDefaulters: 2 });
  });

  it('are seen by nobody once annulled, and can not be changed any more', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    const annulled = await courts.ask(ANNUL, { id, seen: 1 }, staff);
    expect(annulled).toMatchObject({ data: { judgmentDefaulterAnnul: { id, revision: 2, errors: [] } } });
    expect(await idsSeen()).toEqual([]);
    expect(await idsSeen(staff)).toEqual([]);
    expect(codes(await courts.ask(CORRECT, { id, input: { court: 'x' } }, staff))).toEqual([
      ['judgmentDefaulterCorrect', 'FACT_UNKNOWN'],
    ]);
  });

  it('refuse an input that breaks a rule and name its field; nothing is written', async () => {
    const before = await documentsIn(courts);
    const input = { ...LISTING, deletedOn: '2025-03-09', extensionMonths: 6, idNo: ID_NUMBER, caseNo: null };
    const missing = await courts.ask(CREATE, { input }, staff);
    expect(missing).toMatchObject({
      data: {
        judgmentDefaulterCreate: { id: null, changed: false, errors: [{ field: 'caseNo', code: 'REQUIRED_MISSING' }] },
      },
    });
    const broken = await courts.ask(CREATE, { input: { ...input, caseNo: LISTING.caseNo } }, staff);
    const { errors } = broken.data?.['judgmentDefaulterCreate'] as { errors: { field: string; code: string }[] };
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['idNo', 'PERSONAL_DATA'],
      ['extensionMonths', 'NUMBER_INVALID'],
      ['deletedOn', 'DATE_ORDER'],
    ]);
    expect(JSON.stringify(broken)).not.toContain(ID_NUMBER);
    expect(await documentsIn(courts)).toEqual(before);
  });

  it.each([
    ['the public', {}],
    ['another department', { caller: staffOf('tax') }],
    [
      'a department with a scope of the court to read',
      { caller: { ...staffOf('tax'), scopes: new Set(['judiciary:judgmentDefaulter:read']) } },
    ],
  ])('are not written by %s, and nothing changes', async (_who, request) => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    const before = await documentsIn(courts);
    const facts = courts.subgraph.database.db.collection('judgmentDefaulters');
    const stored = await facts.find().toArray();
    const input = { ...LISTING, subjectUscc: OTHER_UNIT };
    expect(codes(await courts.ask(CREATE, { input }, request))).toEqual([['judgmentDefaulterCreate', 'FORBIDDEN']]);
    const correction = { id, input: { performance: 'FULLY_PERFORMED' } };
    expect(codes(await courts.ask(CORRECT, correction, request))).toEqual([['judgmentDefaulterCorrect', 'FORBIDDEN']]);
    expect(codes(await courts.ask(ANNUL, { id }, request))).toEqual([['judgmentDefaulterAnnul', 'FORBIDDEN']]);
    expect(await documentsIn(courts)).toEqual(before);
    expect(await facts.find().toArray()).toEqual(stored);
  });

  it('are not changed by whoever has not seen the current revision', async () => {
    const id = await enter(courts, 'JudgmentDefaulter', LISTING);
    await courts.ask(CORRECT, { id, input: { court: '福州市中级人民法院' } }, staff);
    const before = await documentsIn(courts);
    expect(codes(await courts.ask(CORRECT, { id, input: { court: 'x' }, seen: 1 }, staff))).toEqual([
      ['judgmentDefaulterCorrect', 'REVISION_CONFLICT'],
    ]);
    expect(codes(await courts.ask(ANNUL, { id, seen: 1 }, staff))).toEqual([
      ['judgmentDefaulterAnnul', 'REVISION_CONFLICT'],
    ]);
    expect(await documentsIn(courts)).toEqual(before);
  });
});
