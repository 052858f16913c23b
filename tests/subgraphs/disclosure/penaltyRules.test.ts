import { Decimal128 } from 'mongodb';
import { penaltyRules, type PenaltyValues } from '../../../subgraphs/disclosure/rules/penaltyRules.ts';
import { ruleSetting } from './ruleSetting.ts';

const PENALTY: PenaltyValues & Record<string, unknown> = {
  docNo: '榕环罚〔2026〕1号',
  violationKind: '超标排放',
  violationFacts: '总排口化学需氧量超标',
  basis: '《中华人民共和国水污染防治法》第八十三条',
  categories: ['FINE'],
  content: '罚款12万元',
  fine: Decimal128.fromString('120000.00'),
  decidedOn: '2026-06-01',
  validUntil: '2099-12-31',
  authority: '福州市生态环境局',
  authorityUscc: '11350100003604563L',
  legalRep: '王五',
};
const PERSON = { name: '张三', category: 'NATURAL_PERSON' };

describe('penaltyRules', () => {
  it('derive severity, window and clock of a complete penalty', () => {
    const subject = { ...ruleSetting().subject };
    expect(penaltyRules(PENALTY, ruleSetting({ subject }))).toEqual({
      decidedOn: '2026-06-01',
      publishedOn: undefined,
      severity: 'GENERAL',
      publicity: {
        from: '2026-06-01',
        minimumUntil: '2026-09-01',
        until: '2027-06-01',
        rule: '信用修复管理办法（发展改革委令第36号）',
      },
      values: {
        publicationDueOn: '2026-06-10',
        publicationCapOn: '2026-06-30',
        requiredCount: 15,
      },
      flags: [],
    });
  });

  it('start the window on the day of publication where no day of decision is known, and start no clock', () => {
    const verdict = penaltyRules({ ...PENALTY, decidedOn: undefined }, ruleSetting({ publishedOn: '2026-05-08' }));
    expect(verdict.publicity).toMatchObject({ from: '2026-05-08', until: '2027-05-08' });
    expect(verdict.values).toEqual({ requiredCount: 15, missingFields: ['decidedOn'] });
  });

  it('read categories and fine out of the text for a source without them, and say so', () => {
    const { values, severity } = penaltyRules(
      { content: '罚款214.73万元。' },
      ruleSetting({ publishedOn: '2018-04-18', neverHas: new Set(['categories']) }),
    );
    expect(severity).toBe('SERIOUS');
    expect(values).toMatchObject({
      categories: ['FINE'],
      fine: Decimal128.fromString('2147300.00'),
      isReadFromText: true,
    });
  });

  it('never let the text overrule the columns', () => {
    const { values, severity } = penaltyRules({ ...PENALTY, content: '责令关闭，罚款300万元' }, ruleSetting());
    expect(severity).toBe('GENERAL');
    expect(values).not.toHaveProperty('isReadFromText');
  });

  it.each<[string, PenaltyValues, string[], string[]]>([
    ['a fine', { categories: ['FINE'], fine: undefined }, ['AMOUNT_MISSING'], ['fine']],
    ['a confiscation', { categories: ['CONFISCATE_GAINS'] }, ['AMOUNT_MISSING'], ['confiscated']],
    ['a revocation', { categories: ['REVOKE_LICENCE'] }, [], ['revokedCert']],
    ['a warning', { categories: ['WARNING'], fine: undefined }, [], []],
  ])('ask for what belongs to %s', (_kind, differing, flags, missing) => {
    const verdict = penaltyRules({ ...PENALTY, ...differing }, ruleSetting());
    expect(verdict.flags).toEqual(flags);
    expect(verdict.values?.['missingFields'] ?? []).toEqual(missing);
  });

  it('remark a publication before its decision, but not on its day', () => {
    expect(penaltyRules(PENALTY, ruleSetting({ publishedOn: '2026-05-31' })).flags).toEqual(['DATE_ORDER']);
    expect(penaltyRules(PENALTY, ruleSetting({ publishedOn: '2026-06-01' })).flags).toEqual([]);
  });

  it.each([
    [{ partyIdNo: '护照E00000000' }, 'partyIdNo'],
    [{ partyIdType: '身份证' }, 'partyIdType'],
  ])('refuse papers of a natural person under another category, or under none: %j', (papers, field) => {
    const wanted = { faults: [{ field, fault: { code: 'PERSONAL_DATA' } }] };
    const { category, ...unsaid } = ruleSetting().subject;
    for (const setting of [
      ruleSetting(),
      ruleSetting({ subject: { ...unsaid, category: 'INDIVIDUAL_HOUSEHOLD' } }),
      ruleSetting({ subject: unsaid, neverHas: new Set(['subjectCategory']) }),
    ]) {
      expect(penaltyRules({ ...PENALTY, ...papers }, setting)).toMatchObject(wanted);
    }
    expect(penaltyRules({ ...PENALTY, ...papers }, ruleSetting({ subject: PERSON })).faults).toBeUndefined();
  });

  it('refuse days that lie ahead, today not among them', () => {
    expect(penaltyRules({ ...PENALTY, decidedOn: '2026-06-16' }, ruleSetting()).faults).toMatchObject([
      { field: 'decidedOn', fault: { code: 'DATE_ORDER' } },
    ]);
    expect(penaltyRules(PENALTY, ruleSetting({ publishedOn: '2026-06-16' })).faults).toMatchObject([
      { field: 'publishedOn', fault: { code: 'DATE_ORDER' } },
    ]);
    expect(penaltyRules({ ...PENALTY, decidedOn: '2026-06-15' }, ruleSetting()).faults).toBeUndefined();
  });

  it('refuse an end before the day of decision, which would shorten the publicity', () => {
    for (const field of ['validUntil', 'publicUntil']) {
      const { decidedOn = '' } = PENALTY;
      expect(penaltyRules({ ...PENALTY, [field]: '2020-01-01' }, ruleSetting()).faults).toMatchObject([
        { field, fault: { code: 'DATE_ORDER' } },
      ]);
      expect(penaltyRules({ ...PENALTY, [field]: decidedOn }, ruleSetting()).faults).toBeUndefined();
    }
  });

  it('open a natural person to authorised queries only', () => {
    expect(penaltyRules(PENALTY, ruleSetting({ subject: PERSON })).usageScope).toBe('AUTHORISED_QUERY');
    const household = { ...ruleSetting().subject, category: 'INDIVIDUAL_HOUSEHOLD' };
    expect(penaltyRules(PENALTY, ruleSetting({ subject: household })).usageScope).toBeUndefined();
  });

  it('refuse a party without a category, and a person with the code of a unit', () => {
    expect(penaltyRules(PENALTY, ruleSetting({ subject: { name: '某公司' } })).faults).toMatchObject([
      { field: 'subjectCategory', fault: { code: 'REQUIRED_MISSING' } },
    ]);
    const coded = { ...PERSON, rawCode: '123' };
    expect(penaltyRules(PENALTY, ruleSetting({ subject: coded })).faults).toMatchObject([
      { field: 'subjectUscc', fault: { code: 'PERSONAL_DATA' } },
    ]);
    const neverHas = new Set(['subjectCategory']);
    expect(penaltyRules(PENALTY, ruleSetting({ subject: { name: '某公司' }, neverHas })).faults).toBeUndefined();
  });

  it('conclude the same on every later day', () => {
    const verdicts = ['2026-06-15', '2026-12-31', '2031-01-01'].map((today) =>
      penaltyRules(PENALTY, ruleSetting({ today })),
    );
    expect(verdicts[1]).toEqual(verdicts[0]);
    expect(verdicts[2]).toEqual(verdicts[0]);
  });
});
