import {
  applicationDueOn,
  isMarkedUncancelled,
  noticeEndsOn,
} from '../../../../subgraphs/registry/rules/deregistrationRules.ts';

describe('a simple deregistration', () => {
  it.each([
    ['2026-06-01', '2026-06-21', '2026-07-11'],
    ['2024-02-09', '2024-02-29', '2024-03-20'],
    ['2025-02-09', '2025-03-01', '2025-03-21'],
    // Calendar days: the long holiday of October counts.
    ['2026-09-25', '2026-10-15', '2026-11-04'],
    ['2025-12-12', '2026-01-01', '2026-01-21'],
  ])('of which notice was given on %s is open to objections until %s and applied for until %s', (from, until, due) => {
    expect([noticeEndsOn(from), applicationDueOn(from)]).toEqual([until, due]);
  });
});

describe('the mark of who was revoked and has not deregistered', () => {
  it.each([
    ['REVOKED', '2025-12-15', '2026-06-15', false],
    ['REVOKED', '2025-12-15', '2026-06-16', true],
    ['REVOKED', '2025-08-31', '2026-02-28', false],
    ['REVOKED', '2025-08-31', '2026-03-01', true],
    ['REVOKED', '2023-08-31', '2024-02-29', false],
    ['REVOKED', '2023-08-31', '2024-03-01', true],
    ['DEREGISTERED', '2020-01-01', '2026-06-15', false],
    ['REVOKED', undefined, '2026-06-15', null],
    [undefined, '2020-01-01', '2026-06-15', null],
  ])('who is %s since %s bears on %s: %s', (status, revokedOn, today, isMarked) => {
    expect(isMarkedUncancelled({ status, revokedOn }, today)).toBe(isMarked);
  });
});
