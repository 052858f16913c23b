import {
  earlyRemovalFrom,
  leadershipBarUntil,
  listingTerm,
  seriousViolationListingRules,
} from '../../../../subgraphs/registry/rules/seriousViolationListingRules.ts';
import { ruleSetting } from '../ruleSetting.ts';

const setting = ruleSetting();
const ORDER_44 = '市场监督管理严重违法失信名单管理办法（总局令第44号）';

describe('rules of listings for serious violations', () => {
  it.each([
    ['2021-08-31', 60, undefined],
    ['2021-09-01', 36, 12],
    ['2015-01-01', 60, undefined],
  ])('put a listing of %s under a term of %i months', (listedOn, months, minimumMonths) => {
    expect(listingTerm(listedOn)).toMatchObject({ months });
    expect(listingTerm(listedOn).minimumMonths).toBe(minimumMonths);
  });

  it.each([
    ['2024-02-29', '2025-02-28', '2027-02-28'],
    ['2023-11-30', '2024-11-30', '2026-11-30'],
    ['2023-08-31', '2024-08-31', '2026-08-31'],
  ])('keep a listing of %s public for three years, and listed for one at least', (from, minimumUntil, until) => {
    expect(seriousViolationListingRules({ listedOn: from }, setting)).toEqual({
      decidedOn: from,
      publishedOn: from,
      severity: 'SERIOUS',
      publicity: { from, minimumUntil, until, rule: ORDER_44 },
    });
  });

  it('keep one from before Order 44 public for five years, without early removal', () => {
    const { publicity } = seriousViolationListingRules({ listedOn: '2021-08-31' }, setting);
    expect(publicity).toEqual({
      from: '2021-08-31',
      until: '2026-08-31',
      rule: '企业信息公示暂行条例（2014）第十七条',
    });
    expect(earlyRemovalFrom('2021-08-31')).toBeNull();
  });

  it.each([
    ['2024-02-29', '2025-03-01'],
    ['2024-03-31', '2025-04-01'],
    ['2025-02-28', '2026-03-01'],
  ])('let a listing of %s be removed early from %s on, after the year is over', (listedOn, from) => {
    expect(earlyRemovalFrom(listedOn)).toBe(from);
  });

  it.each([
    ['EARLY', '2026-03-02', ['removedOn']],
    ['EARLY', '2026-03-03', []],
    ['DECISION_REVOKED', '2025-03-03', []],
    ['TERM_OVER', '2028-03-02', []],
    [undefined, '2025-03-01', ['removedOn']],
  ])('judge a removal %s on %s of a listing of 2025-03-02', (removalKind, removedOn, fields) => {
    const { faults = [] } = seriousViolationListingRules({ listedOn: '2025-03-02', removedOn, removalKind }, setting);
    expect(faults.map(({ field }) => field)).toEqual(fields);
  });

  it('refuse early removal of a listing whose rule knows none', () => {
    const values = { listedOn: '2020-01-01', removedOn: '2024-01-01', removalKind: 'EARLY' };
    expect(seriousViolationListingRules(values, setting).faults).toMatchObject([{ fault: { code: 'DATE_ORDER' } }]);
  });

  it.each([
    ['2026-05-01', '2026-04-30'],
    ['2027-03-02', '2027-03-01'],
    ['2028-03-02', '2028-03-01'],
    ['2028-03-03', '2028-03-02'],
    ['2029-01-01', '2028-03-02'],
  ])('end publicity on the day before a removal on %s, never after the term', (removedOn, until) => {
    const { publicity } = seriousViolationListingRules({ listedOn: '2025-03-02', removedOn }, setting);
    expect(publicity?.until).toBe(until);
  });

  it.each([
    ['2024-02-29', 'TERM_OVER', '2027-02-28'],
    ['2025-03-02', undefined, '2028-03-02'],
    ['2025-03-02', 'EARLY', '2028-03-02'],
    ['2025-03-02', 'DECISION_REVOKED', null],
    [undefined, undefined, null],
  ])('bar the head of who was listed on %s and removed as %s until %s', (listedOn, removalKind, until) => {
    expect(leadershipBarUntil({ listedOn, removalKind })).toBe(until);
  });

  it('withhold a listing whose day the source does not give', () => {
    expect(seriousViolationListingRules({}, ruleSetting({ publishedOn: '2026-01-01' }))).toEqual({
      publishedOn: '2026-01-01',
      severity: 'SERIOUS',
      usageScope: 'GOV_SHARED',
      flags: ['WINDOW_UNKNOWN'],
    });
  });
});
