import { daysAhead, daysBefore, isReversed } from '../../../src/policy/dateOrder.ts';

describe('the order of days', () => {
  it.each([
    ['2026-06-15', '2026-06-14', true],
    ['2026-06-15', '2026-06-15', false],
    ['2026-06-15', undefined, false],
    [undefined, '2026-06-14', false],
  ])('from %s to %s is impossible: %s', (first, second, isImpossible) => {
    expect(isReversed(first, second)).toBe(isImpossible);
  });

  it('refuses each day before the one that comes first, naming that one in both languages', () => {
    const later = { endedOn: '2026-06-14', declaredOn: '2026-06-15', planApprovedOn: undefined };
    expect(daysBefore('2026-06-15', ['受理日期', 'the day of acceptance'], later)).toEqual([
      {
        field: 'endedOn',
        fault: { code: 'DATE_ORDER', expected: '不得早于受理日期 / not before the day of acceptance' },
      },
    ]);
    expect(daysBefore(undefined, ['受理日期', 'the day of acceptance'], later)).toEqual([]);
  });

  it('refuses the days of tomorrow and later', () => {
    const days = { listedOn: '2026-06-16', publishedOn: '2026-06-15', decidedOn: undefined };
    expect(daysAhead(days, '2026-06-15')).toEqual([
      { field: 'listedOn', fault: { code: 'DATE_ORDER', expected: '不得晚于今日 / not later than today' } },
    ]);
  });
});
