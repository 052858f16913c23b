import { isWithdrawnInTime, withdrawalDueOn } from '../../../subgraphs/disclosure/rules/withdrawalDueOn.ts';

describe('a penalty that was changed or found void', () => {
  it.each([
    ['2026-06-15', '2026-06-18'],
    // Calendar days: a long holiday does not delay it.
    ['2026-09-30', '2026-10-03'],
    ['2024-02-26', '2024-02-29'],
    ['2025-02-26', '2025-03-01'],
    ['2025-12-29', '2026-01-01'],
  ])('on %s is to be withdrawn by %s', (annulledOn, due) => {
    expect(withdrawalDueOn(annulledOn)).toBe(due);
  });

  it.each([
    ['2026-06-12', '2026-06-15', true],
    ['2026-06-11', '2026-06-15', false],
    ['2026-06-15', '2026-06-15', true],
    [undefined, '2026-06-15', null],
  ])('on %s and was withdrawn on %s was so in time: %s', (annulledOn, withdrawnOn, isInTime) => {
    expect(isWithdrawnInTime(annulledOn, withdrawnOn)).toBe(isInTime);
  });
});
