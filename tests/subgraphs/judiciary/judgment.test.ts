import { department } from '../../../subgraphs/judiciary/department.ts';
import { openDepartment, staffOf, type TestDepartment } from '../../kit/department.ts';
import { documentsIn, enter, OTHER_UNIT, UNIT } from './courtTest.ts';

const DOCUMENT = {
  subjectUscc: UNIT,
  subjectName: '福州测试有限公司',
  caseNo: '（2026）闽0102民初7号',
  court: '福州市鼓楼区人民法院',
  kind: 'JUDGMENT',
  cause: '买卖合同纠纷',
  judgedOn: '2026-03-02',
  role: 'DEFENDANT',
  resultSummary: '支付货款 100000 元。',
  publishedOn: '2026-03-09',
};

let courts: TestDepartment;
beforeEach(async () => {
  courts = await openDepartment(department);
});
afterEach(() => courts.close());

const count = async (request: Parameters<TestDepartment['ask']>[2] = {}) => {
  const { data } = await courts.ask('{ judgments { totalCount } }', {}, request);
  return (data?.['judgments'] as { totalCount: number }).totalCount;
};

describe('judgments', () => {
  it('are entered by the court and read back by anybody, as neutral facts without a term', async () => {
    const id = await enter(courts, 'Judgment', DOCUMENT);
    const { data, errors } = await courts.ask(
      `query ($id: ID!) { judgment(id: $id) { subject { uscc } decidedOn caseNo court kind cause judgedOn role resultSummary
        record { polarity severity catalogueKind publishedOn publicity { from until } } } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    const { caseNo, court, kind, cause, judgedOn, role, resultSummary } = DOCUMENT;
    expect(data?.['judgment']).toEqual({
      ...{ caseNo, court, kind, cause, judgedOn, role, resultSummary },
      subject: { uscc: UNIT },
      decidedOn: '2026-03-02',
      record: {
        polarity: 'NEUTRAL',
        severity: null,
        catalogueKind: 2,
        publishedOn: '2026-03-09',
        publicity: { from: '2026-03-09', until: null },
      },
    });
  });

  it('are public from the day of publication on', async () => {
    await enter(courts, 'Judgment', DOCUMENT);
    expect(await count({ now: new Date('2026-03-08T15:59:59Z') })).toBe(0);
    expect(await count({ now: new Date('2026-03-08T16:00:00Z') })).toBe(1);
    expect(await count({ now: new Date('2066-03-09T00:00:00Z') })).toBe(1);
  });

  it('are one fact for each party, kind and day of a case', async () => {
    const id = await enter(courts, 'Judgment', DOCUMENT);
    const again = await enter(courts, 'Judgment', DOCUMENT);
    const printedOtherwise = enter(courts, 'Judgment', { ...DOCUMENT, caseNo: '(2026)闽0102民初007号' });
    await expect(printedOtherwise).rejects.toThrow('FACT_EXISTS');
    const others = await Promise.all([
      enter(courts, 'Judgment', { ...DOCUMENT, subjectUscc: OTHER_UNIT, role: 'PLAINTIFF' }),
      enter(courts, 'Judgment', { ...DOCUMENT, kind: 'RULING' }),
      enter(courts, 'Judgment', { ...DOCUMENT, judgedOn: '2026-03-03' }),
    ]);
    expect(again).toBe(id);
    expect(new Set([id, ...others]).size).toBe(4);
  });

  it('are shared among departments only where the case ended by mediation', async () => {
    await enter(courts, 'Judgment', { ...DOCUMENT, kind: 'MEDIATION' });
    expect(await count()).toBe(0);
    expect(await count({ caller: staffOf('tax') })).toBe(1);
  });

  it('of a natural person are for the court only', async () => {
    const person = { ...DOCUMENT, subjectUscc: null, subjectName: '王安石', subjectCategory: 'NATURAL_PERSON' };
    await enter(courts, 'Judgment', person);
    expect(await count({ caller: staffOf('tax') })).toBe(0);
    expect(await count({ caller: staffOf('judiciary') })).toBe(1);
  });

  it('are corrected and annulled by the court only, and nothing changes when others try', async () => {
    const id = await enter(courts, 'Judgment', DOCUMENT);
    const correct = `mutation ($id: ID!) { judgmentCorrect(id: $id, input: { cause: "合同纠纷" }, note: "更正") { revision } }`;
    const annul = `mutation ($id: ID!) { judgmentAnnul(id: $id, note: "误录") { revision } }`;
    const before = await documentsIn(courts);
    for (const mutation of [correct, annul]) {
      const { errors } = await courts.ask(mutation, { id }, { caller: staffOf('tax') });
      expect(errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
    }
    expect(await documentsIn(courts)).toEqual(before);
    const staff = { caller: staffOf('judiciary') };
    expect((await courts.ask(correct, { id }, staff)).data).toEqual({ judgmentCorrect: { revision: 2 } });
    expect((await courts.ask(annul, { id }, staff)).data).toEqual({ judgmentAnnul: { revision: 3 } });
    expect(await count(staff)).toBe(0);
    expect(await documentsIn(courts)).toMatchObject({ judgments: 1, judgments_revisions: 2, outbox: 3 });
  });
});
