import { permitRules, type PermitValues } from '../../../subgraphs/disclosure/rules/permitRules.ts';
import { ruleSetting } from './ruleSetting.ts';

const PERMIT: PermitValues & Record<string, unknown> = {
  docName: '食品经营许可决定书',
  docNo: '榕食许〔2026〕8号',
  category: 'GENERAL',
  content: '食品销售',
  decidedOn: '2026-06-01',
  validFrom: '2026-06-01',
  validTo: '2031-05-31',
  authority: '福州市市场监督管理局',
  authorityUscc: '11350100003604563L',
  state: 'VALID',
  legalRep: '王五',
};

describe('permitRules', () => {
  it('make a permit public without an end', () => {
    expect(permitRules(PERMIT, ruleSetting())).toEqual({
      decidedOn: '2026-06-01',
      publishedOn: undefined,
      disputed: undefined,
      publicity: { from: '2026-06-01', rule: '行政许可公示：无截止期' },
      values: {
        docNo: '榕食许〔2026〕8号',
        state: 'VALID',
        validity: 'VALID',
        isLongTerm: false,
        publicationDueOn: '2026-06-10',
        publicationCapOn: '2026-06-30',
        requiredCount: 14,
      },
      flags: [],
    });
  });

  it.each<[PermitValues, string | undefined, boolean | undefined]>([
    [{ state: 'VALID' }, 'VALID', undefined],
    [{ state: 'INVALID' }, 'INVALID', undefined],
    [{ state: 'NORMAL' }, 'VALID', false],
    [{ state: 'REVOKED' }, 'INVALID', undefined],
    [{ state: 'DISPUTED' }, 'VALID', true],
    [{ state: 'OTHER' }, undefined, undefined],
    [{ state: undefined, cityState: 'DISPUTED' }, 'VALID', true],
    [{ state: undefined, cityState: 'REVOKED' }, 'INVALID', undefined],
  ])('understand the state %j', (state, validity, disputed) => {
    const verdict = permitRules({ ...PERMIT, ...state }, ruleSetting());
    expect([verdict.values?.['validity'], verdict.disputed]).toEqual([validity, disputed]);
    expect(verdict.values?.['state']).toBe(state.state ?? state.cityState);
  });

  it('take 2099-12-31 for a validity without an end', () => {
    const isLongTerm = (validTo: string) => permitRules({ ...PERMIT, validTo }, ruleSetting()).values?.['isLongTerm'];
    expect([isLongTerm('2099-12-31'), isLongTerm('2099-12-30')]).toEqual([true, false]);
  });

  it('let the number of the certificate stand in for that of the decision', () => {
    const verdict = permitRules({ ...PERMIT, docNo: undefined, certNo: 'JY1350100' }, ruleSetting());
    expect(verdict.values).toMatchObject({ docNo: 'JY1350100', requiredCount: 14 });
    expect(verdict.values).not.toHaveProperty('missingFields');
  });

  it('refuse a permit without number or state, unless its source never has them', () => {
    const bare = { ...PERMIT, docNo: undefined, state: undefined };
    expect(permitRules(bare, ruleSetting()).faults?.map(({ field, fault }) => [field, fault.code])).toEqual([
      ['docNo', 'REQUIRED_MISSING'],
      ['state', 'REQUIRED_MISSING'],
    ]);
    const verdict = permitRules(bare, ruleSetting({ neverHas: new Set(['docNo', 'state']) }));
    expect(verdict.values?.['missingFields']).toEqual(['docNo', 'state']);
  });

  it('remark reversed days and refuse days ahead', () => {
    expect(permitRules({ ...PERMIT, validTo: '2026-05-31' }, ruleSetting()).flags).toEqual(['DATE_ORDER']);
    expect(permitRules({ ...PERMIT, validTo: '2026-06-01' }, ruleSetting()).flags).toEqual([]);
    expect(permitRules({ ...PERMIT, decidedOn: '2026-06-16' }, ruleSetting()).faults).toMatchObject([
      { field: 'decidedOn', fault: { code: 'DATE_ORDER' } },
    ]);
    expect(permitRules({ ...PERMIT, validFrom: '2026-07-01' }, ruleSetting()).faults).toBeUndefined();
  });

  it('refuse papers of a natural person under another category', () => {
    const papers = { partyIdNo: '护照E00000000', partyIdType: '护照' };
    expect(permitRules({ ...PERMIT, ...papers }, ruleSetting()).faults).toMatchObject([
      { field: 'partyIdNo', fault: { code: 'PERSONAL_DATA' } },
      { field: 'partyIdType', fault: { code: 'PERSONAL_DATA' } },
    ]);
  });

  it('open a natural person to authorised queries only', () => {
    const subject = { name: '张三', category: 'NATURAL_PERSON' };
    const verdict = permitRules(PERMIT, ruleSetting({ subject }));
    expect(verdict.usageScope).toBe('AUTHORISED_QUERY');
    expect(verdict.values?.['missingFields']).toEqual(['partyIdNo', 'partyIdType']);
  });
});
