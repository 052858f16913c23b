import { publicityDueOn } from '../../../../subgraphs/registry/rules/publicityDueOn.ts';

describe('publicityDueOn', () => {
  it.each([
    ['2026-03-02', '2026-03-30'],
    // The eve of the National Day holiday: 1 to 7 October are off, Saturday 10 October is worked.
    ['2026-09-30', '2026-11-03'],
    // A make-up Saturday counts as any other day of work.
    ['2026-05-09', '2026-06-05'],
  ])('is 20 working days after %s', (createdOn, dueOn) => {
    expect(publicityDueOn(createdOn)).toBe(dueOn);
  });
});
