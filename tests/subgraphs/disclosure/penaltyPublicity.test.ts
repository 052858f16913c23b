import { penaltyPublicity, type PublicityGround } from '../../../subgraphs/disclosure/rules/penaltyPublicity.ts';

function windowOf(start: string, differing: Partial<PublicityGround> = {}) {
  const { publicity } = penaltyPublicity({ start, severity: 'GENERAL', fields: [], givenEnds: [], ...differing });
  return [publicity?.from, publicity?.minimumUntil, publicity?.until];
}

describe('penaltyPublicity', () => {
  it('changes its terms on 1 April 2026 by the day of the decision', () => {
    expect(windowOf('2026-03-31')).toEqual(['2026-03-31', '2026-06-30', '2029-03-31']);
    expect(windowOf('2026-04-01')).toEqual(['2026-04-01', '2026-07-01', '2027-04-01']);
    expect(windowOf('2026-04-01', { severity: 'SERIOUS' })).toEqual(['2026-04-01', '2027-04-01', '2029-04-01']);
    expect(windowOf('2023-04-30', { severity: 'SERIOUS' })).toEqual(['2023-04-30', '2023-10-30', '2026-04-30']);
  });

  it('ends a term on the last day of a month that has no such day', () => {
    expect(windowOf('2025-11-30')).toEqual(['2025-11-30', '2026-02-28', '2028-11-30']);
    expect(windowOf('2023-11-30')).toEqual(['2023-11-30', '2024-02-29', '2026-11-30']);
    expect(windowOf('2024-02-29', { severity: 'SERIOUS' })).toEqual(['2024-02-29', '2025-02-28', '2027-02-28']);
  });

  it('keeps five fields public for a year at least while Order 58 is in force', () => {
    const fields = ['FOOD'] as const;
    expect(windowOf('2023-04-30', { fields })[1]).toBe('2023-07-30');
    expect(windowOf('2023-05-01', { fields })[1]).toBe('2024-05-01');
    expect(windowOf('2026-03-31', { fields })[1]).toBe('2027-03-31');
    expect(windowOf('2026-04-01', { fields })[1]).toBe('2026-07-01');
    expect(windowOf('2025-01-01', { fields, severity: 'SERIOUS' })).toEqual(['2025-01-01', '2026-01-01', '2028-01-01']);
  });

  it.each([
    ['inside the term', ['2026-10-31'], '2026-10-31'],
    ['before the minimum', ['2026-05-01'], '2026-07-01'],
    ['on the minimum', ['2026-07-01'], '2026-07-01'],
    ['behind the maximum', ['2027-04-02'], '2027-04-01'],
    ['without an end', ['2099-12-31'], '2027-04-01'],
    ['twice, the earlier counts', ['2027-01-01', '2026-09-01'], '2026-09-01'],
  ])('takes an end that the source gives %s only as far as the law lets it', (_case, givenEnds, until) => {
    expect(windowOf('2026-04-01', { givenEnds: [undefined, ...givenEnds] })[2]).toBe(until);
  });

  it('shares a minor penalty among departments only, and names the rule', () => {
    expect(penaltyPublicity({ start: '2026-04-01', severity: 'MINOR', fields: [], givenEnds: [] })).toEqual({
      usageScope: 'GOV_SHARED',
      publicity: { rule: '信用修复管理办法（发展改革委令第36号）' },
    });
  });

  it.each<Partial<PublicityGround>>([{ severity: undefined }, { start: undefined }])(
    'holds back what has no severity or no day: %j',
    (differing) => {
      const ground = { start: '2026-04-01', severity: 'GENERAL', fields: [], givenEnds: [], ...differing } as const;
      expect(penaltyPublicity(ground)).toEqual({ usageScope: 'GOV_SHARED', flags: ['WINDOW_UNKNOWN'] });
    },
  );
});
