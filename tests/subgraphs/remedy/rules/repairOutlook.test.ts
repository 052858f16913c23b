import {
  outcomeAtMaximum,
  repairOutlook,
  type RepairGround,
} from '../../../../subgraphs/remedy/rules/repairOutlook.ts';

const PENALTY: RepairGround = {
  type: 'AdministrativePenalty',
  polarity: 'NEGATIVE',
  severity: 'GENERAL',
  began: '2026-04-01',
  publicity: { minimumUntil: '2026-07-01', until: '2027-04-01', rule: '信用修复管理办法（发展改革委令第36号）' },
};

function on(today: string, change: Partial<RepairGround> = {}) {
  return repairOutlook({ ...PENALTY, ...change }, today);
}

describe('the outlook of a repair', () => {
  it('opens on the day after the minimum period, not on its last day', () => {
    expect(on('2026-06-30')).toMatchObject({ isAvailable: false, obstacle: 'TOO_EARLY', from: '2026-07-02' });
    expect(on('2026-07-01')).toMatchObject({ isAvailable: false, obstacle: 'TOO_EARLY', from: '2026-07-02' });
    expect(on('2026-07-02')).toMatchObject({ isAvailable: true, obstacle: null, from: '2026-07-02' });
  });

  it('names the rule, the window and the two papers, nothing more', () => {
    expect(on('2026-07-02')).toEqual({
      isAvailable: true,
      obstacle: null,
      from: '2026-07-02',
      regime: 'ORDER_36',
      rule: '信用修复管理办法（发展改革委令第36号）',
      minimumUntil: '2026-07-01',
      until: '2027-04-01',
      papers: ['PROOF_OF_PERFORMANCE', 'PROMISE_LETTER'],
    });
  });

  it.each(['2026-03-31', '2026-04-01'])('is open at once for minor conduct of %s', (began) => {
    expect(on(began, { severity: 'MINOR', began, publicity: { rule: '某办法' } })).toMatchObject({
      isAvailable: true,
      from: began,
    });
  });

  it('computes the minimum by the regime of the day on which the record began where its owner has none', () => {
    const change = { began: '2026-03-31', publicity: undefined, severity: 'SERIOUS' as const };
    expect(on('2027-03-31', change)).toMatchObject({ isAvailable: false, regime: 'ORDER_58', from: '2027-04-01' });
    expect(on('2027-04-01', change)).toMatchObject({ isAvailable: true });
  });

  it('keeps the longer minimum that the owner knows of, such as a sector’s', () => {
    const publicity = { minimumUntil: '2027-03-31', until: '2029-03-31', rule: '第58号令：食品…' };
    const change = { began: '2026-03-31', publicity };
    expect(on('2027-03-31', change)).toMatchObject({ obstacle: 'TOO_EARLY', regime: 'ORDER_58' });
    expect(on('2027-04-01', change)).toMatchObject({ isAvailable: true });
  });

  it('follows the rule of a list that has one of its own; without a minimum, at once after correction', () => {
    const listing = { type: 'SeriousViolationListing', severity: 'SERIOUS' as const, began: '2025-01-10' };
    const publicity = { minimumUntil: '2026-01-10', until: '2028-01-10', rule: '第44号令' };
    expect(on('2026-01-11', { ...listing, publicity })).toMatchObject({
      isAvailable: true,
      regime: 'OWN_RULE',
      rule: '第44号令',
    });
    expect(on('2025-01-10', { ...listing, publicity: { rule: '某令' } })).toMatchObject({
      isAvailable: true,
      from: '2025-01-10',
    });
  });

  it.each([
    ['a fact that is not negative', { polarity: 'NEUTRAL' }, 'NOT_NEGATIVE'],
    ['what law keeps out', { type: 'ConsumptionRestriction' }, 'FORBIDDEN_BY_LAW'],
    ['a fact without severity', { severity: undefined, publicity: undefined }, 'TERM_UNKNOWN'],
    ['a fact without a day', { began: undefined }, 'TERM_UNKNOWN'],
    [
      'one whose repair was undone',
      { publicity: { minimumUntil: '2027-04-01', until: '2027-04-01' } },
      'ONLY_AT_MAXIMUM',
    ],
  ] as const)('is closed for %s', (_what, change, obstacle) => {
    expect(on('2027-03-31', change as Partial<RepairGround>)).toMatchObject({ isAvailable: false, obstacle });
  });

  it('at the maximum leaves a subject that has not corrected to the rules of the sector', () => {
    expect(outcomeAtMaximum(true)).toBe('ENDS');
    expect(outcomeAtMaximum(false)).toBe('SECTOR_RULES');
  });
});
