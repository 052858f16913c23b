import { bankruptcyCaseRules, repairOpenFrom } from '../../../subgraphs/judiciary/rules/bankruptcyCaseRules.ts';
import { ruleSetting } from './ruleSetting.ts';

const accepted = { caseNo: '(2026)闽01破7号', kind: 'REORGANISATION', acceptedOn: '2026-03-02' };

describe('a bankruptcy case (企业破产法)', () => {
  it('is public from acceptance, without a term or severity', () => {
    const verdict = bankruptcyCaseRules(accepted, ruleSetting());
    expect(verdict).toMatchObject({ decidedOn: '2026-03-02', usageScope: 'PUBLIC' });
    expect(verdict.publicity).toEqual({ from: '2026-03-02', rule: expect.stringContaining('破产法') as unknown });
    expect(verdict.severity).toBeUndefined();
  });

  it.each(['planApprovedOn', 'declaredOn', 'endedOn'])('has no %s before its acceptance', (field) => {
    const { faults } = bankruptcyCaseRules({ ...accepted, [field]: '2026-03-01' }, ruleSetting());
    expect(faults?.map((fault) => [fault.field, fault.fault.code])).toEqual([[field, 'DATE_ORDER']]);
    expect(bankruptcyCaseRules({ ...accepted, [field]: '2026-03-02' }, ruleSetting()).faults).toBeUndefined();
  });

  it('of a natural person is by authorisation only', () => {
    const subject = { name: '张三', category: 'NATURAL_PERSON' };
    expect(bankruptcyCaseRules(accepted, ruleSetting({ subject })).usageScope).toBe('AUTHORISED_QUERY');
  });
});

describe('repairOpenFrom', () => {
  it.each([
    ['REORGANISATION', '2026-05-04', '2026-05-04'],
    ['SETTLEMENT', '2026-05-04', '2026-05-04'],
    ['LIQUIDATION', '2026-05-04', undefined],
    ['REORGANISATION', undefined, undefined],
  ])('of a %s approved on %p is %p', (kind, planApprovedOn, day) => {
    expect(repairOpenFrom({ kind, planApprovedOn })).toBe(day);
  });
});
