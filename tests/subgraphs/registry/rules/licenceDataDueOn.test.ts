import { licenceDataDueOn } from '../../../../subgraphs/registry/rules/licenceDataDueOn.ts';

describe('the data of a licence', () => {
  it.each([
    ['2026-06-01', '2026-06-16'],
    ['2024-02-14', '2024-02-29'],
    ['2025-02-14', '2025-03-01'],
    ['2025-12-31', '2026-01-15'],
  ])('that changed on %s are to be refreshed by %s, in calendar days', (approvedOn, due) => {
    expect(licenceDataDueOn(approvedOn)).toBe(due);
  });
});
