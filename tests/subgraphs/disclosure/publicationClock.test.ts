import { publicationClock } from '../../../subgraphs/disclosure/rules/publicationClock.ts';

describe('publicationClock', () => {
  it.each([
    // An ordinary Monday: 7 working days are the Wednesday of the next week, 20 the Monday four weeks later.
    ['2026-06-01', '2026-06-10', '2026-06-30'],
    // A Friday before the National Day holiday of 2025: Sunday 28 September and Saturday 11 October are worked.
    ['2025-09-26', '2025-10-13', '2025-10-30'],
    // A Friday before the Spring Festival of 2026: both Saturdays around it are worked.
    ['2026-02-13', '2026-03-02', '2026-03-19'],
    // A decision on a make-up Saturday counts from the next working day, like any other.
    ['2025-10-11', '2025-10-21', '2025-11-07'],
    // A decision inside a holiday.
    ['2025-10-03', '2025-10-16', '2025-11-04'],
    // The end of a month, of a leap February, and of a year.
    ['2026-04-30', '2026-05-13', '2026-06-01'],
    ['2024-02-29', '2024-03-11', '2024-03-28'],
    ['2024-12-31', '2025-01-10', '2025-02-05'],
  ])('a decision of %s is due on %s and at the latest on %s', (decidedOn, publicationDueOn, publicationCapOn) => {
    expect(publicationClock(decidedOn)).toEqual({ publicationDueOn, publicationCapOn });
  });

  it.each([
    ['2025-09-26', '2025-10-13'],
    ['2025-10-11', '2025-10-21'],
    ['2024-02-29', '2024-03-11'],
  ])('gives a penalty for work safety of %s until %s, over long holidays and make-up days', (decidedOn, last) => {
    expect(publicationClock(decidedOn, ['WORK_SAFETY'])).toEqual({ publicationDueOn: last, publicationCapOn: last });
  });

  it('gives a penalty for work safety no day beyond the seventh since the law of 2021 says so', () => {
    expect(publicationClock('2021-09-01', ['WORK_SAFETY'])).toEqual({
      publicationDueOn: '2021-09-10',
      publicationCapOn: '2021-09-10',
    });
    expect(publicationClock('2021-08-31', ['WORK_SAFETY']).publicationCapOn).toBe('2021-09-28');
    expect(publicationClock('2021-09-01', ['FOOD']).publicationCapOn).toBe('2021-09-29');
  });
});
