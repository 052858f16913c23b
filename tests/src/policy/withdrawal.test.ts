import sift from 'sift';
import { WITHDRAWAL_PARTS, withdrawalFilter } from '../../../src/policy/withdrawal.ts';

const ANNULLED = {
  record: {
    state: 'DELETED',
    usageScope: 'PUBLIC',
    publicity: { from: '2026-01-01', until: '2026-12-31', endedOn: '2026-06-01', endReason: 'ANNULLED' },
  },
};

function isTold(differing: Record<string, unknown>, today = '2026-06-15'): boolean {
  const document = { record: { ...ANNULLED.record, ...differing } };
  const filter: object = withdrawalFilter(today);
  return sift.default(filter)(document);
}

describe('withdrawalFilter', () => {
  it('tells of a public fact that was annulled, to the last day of its window', () => {
    expect(isTold({})).toBe(true);
    expect(isTold({}, '2026-12-31')).toBe(true);
    expect(isTold({}, '2027-01-01')).toBe(false);
    expect(isTold({ publicity: { endedOn: '2026-06-01', endReason: 'ANNULLED' } })).toBe(true);
  });

  it.each([
    { state: 'ACTIVE' },
    { state: 'HIDDEN' },
    { usageScope: 'GOV_SHARED' },
    { usageScope: 'AUTHORISED_QUERY' },
    { publicity: { endReason: 'REPAIRED' } },
  ])('does not tell of what is otherwise: %j', (differing) => {
    expect(isTold(differing)).toBe(false);
  });

  it('goes with number, authority, day and reason only', () => {
    expect(Object.keys(WITHDRAWAL_PARTS)).toEqual([
      'docNo',
      'authority',
      'record.publicity.endedOn',
      'record.revisionNote',
    ]);
  });
});
