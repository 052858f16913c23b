import { isWithdrawnInTime, withdrawalDueOn } from '../../../subgraphs/disclosure/rules/withdrawalDueOn.ts';

describe('a penalty that was changed or found void', () => {
  it.each([
    ['2026-06-15', '2026-06-18'],
    // Friday: the weekend does not count.
    ['2026-06-12', '2026-06-17'],
    // The eve of the holidays of National Day; 10 October is a make-up Saturday.
    ['2026-09-30', '2026-10-10'],
    ['2024-02-28', '2024-03-04'],
  ])('on %s is to be withdrawn by %s', (annulledOn, due) => {
    expect(withdrawalDueOn(annulledOn)).toBe(due);
  });

  it.each([
    ['2026-06-12', '2026-06-17', true],
    ['2026-06-12', '2026-06-18', false],
    ['2026-06-15', '2026-06-15', true],
    [undefined, '2026-06-15', null],
  ])('on %s and was withdrawn on %s was so in time: %s', (annulledOn, withdrawnOn, isInTime) => {
    expect(isWithdrawnInTime(annulledOn, withdrawnOn)).toBe(isInTime);
  });
});
