import { extendedDueOn, objectionDeadlines, repairDeadlines } from '../../../../subgraphs/remedy/rules/clocks.ts';
import { DEFAULT_SETTINGS } from '../../../../subgraphs/remedy/rules/settings.ts';

describe('the deadlines of a repair', () => {
  it.each([
    // Monday: accept by Thursday, decide by Monday two weeks on.
    ['2026-06-01', '2026-06-04', '2026-06-15'],
    // Friday before a long holiday: 2024-09-29, a Sunday, is made up; 1-7 October are off; Saturday 12 October is made up.
    ['2024-09-27', '2024-10-08', '2024-10-16'],
    // Handed in on the holiday itself.
    ['2024-10-03', '2024-10-10', '2024-10-18'],
    // 29 February 2024 is a Thursday.
    ['2024-02-29', '2024-03-05', '2024-03-14'],
  ])('of %s are 3 working days to accept and 10 to decide', (submittedOn, acceptDueOn, dueOn) => {
    expect(repairDeadlines({ status: 'SUBMITTED', submittedOn })).toEqual({
      acceptDueOn,
      dueOn,
      nextDueOn: acceptDueOn,
    });
    expect(repairDeadlines({ status: 'UNDER_REVIEW', submittedOn })).toEqual({ acceptDueOn, dueOn, nextDueOn: dueOn });
  });

  it('are longer by the extension, once', () => {
    const extendedUntil = extendedDueOn('2026-06-01');
    expect(extendedUntil).toBe('2026-06-30');
    expect(repairDeadlines({ status: 'EXTENDED', submittedOn: '2026-06-01', extendedUntil })).toMatchObject({
      dueOn: '2026-06-30',
      nextDueOn: '2026-06-30',
    });
  });

  it('run anew from an appeal, and run no more where nothing is to be done', () => {
    const days = { submittedOn: '2026-06-01', appealedOn: '2026-06-15' };
    expect(repairDeadlines({ status: 'APPEALED', ...days }).nextDueOn).toBe('2026-06-30');
    for (const status of ['APPROVED', 'DENIED', 'REJECTED', 'WITHDRAWN', 'UNDONE', 'CLOSED'] as const)
      expect(repairDeadlines({ status, ...days })).not.toHaveProperty('nextDueOn');
    expect(repairDeadlines({ status: 'DRAFT' })).toEqual({});
  });

  it('are parameters', () => {
    const settings = { ...DEFAULT_SETTINGS, accept: 1, decide: 2 };
    expect(repairDeadlines({ status: 'SUBMITTED', submittedOn: '2026-06-01' }, settings)).toMatchObject({
      acceptDueOn: '2026-06-02',
      dueOn: '2026-06-03',
    });
  });
});

describe('the deadlines of an objection', () => {
  it.each([
    ['SUBMITTED', {}, '2026-06-02'],
    ['MARKED', {}, '2026-06-04'],
    ['SELF_CHECK', {}, '2026-06-04'],
    ['FORWARDED', { forwardedOn: '2026-06-02' }, '2026-06-11'],
    // Forwarded late: the cap of 20 working days counts.
    ['FORWARDED', { forwardedOn: '2026-06-26' }, '2026-06-30'],
    ['ANSWERED', {}, '2026-06-30'],
    ['REVIEW', { reviewAskedOn: '2026-06-30' }, '2026-07-28'],
  ] as const)('at %s', (status, days, nextDueOn) => {
    expect(objectionDeadlines({ status, filedOn: '2026-06-01', ...days }).nextDueOn).toBe(nextDueOn);
  });

  it('end with the objection', () => {
    for (const status of ['UPHELD', 'CORRECTED', 'REJECTED', 'WITHDRAWN'] as const)
      expect(objectionDeadlines({ status, filedOn: '2026-06-01' })).toEqual({ capOn: '2026-06-30' });
  });
});
