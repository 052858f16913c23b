import type { RuleSetting } from '../../../../src/data/FactCollection.ts';
import { listEntryRules } from '../../../../subgraphs/credit/rules/listEntryRules.ts';

const SETTING: RuleSetting = { today: '2026-06-15', publishedOn: undefined, neverHas: new Set(), subject: {} };

describe('the rules of a black entry', () => {
  it.each([
    ['wage-arrears', '2025-11-30', '2026-05-30', '2028-11-30'],
    ['work-safety', '2024-02-29', '2025-02-28', '2027-02-28'],
  ])('gives %s of %s the earliest removal and the last day of its law', (listId, listedOn, minimumUntil, until) => {
    expect(listEntryRules({ listId, listedOn }, SETTING)).toMatchObject({
      decidedOn: listedOn,
      polarity: 'NEGATIVE',
      severity: 'SERIOUS',
      publicity: { from: listedOn, minimumUntil, until },
    });
  });

  it('goes by the edition of its day', () => {
    const { publicity } = listEntryRules({ listId: 'work-safety', listedOn: '2023-09-30' }, SETTING);
    expect(publicity).toMatchObject({ until: '2026-09-30', rule: expect.stringContaining('49号') as string });
    expect(publicity?.minimumUntil).toBeUndefined();
  });

  it('counts from publication where the day of listing is unknown, as of the lists of 2017', () => {
    const verdict = listEntryRules({ listId: 'e-commerce' }, { ...SETTING, publishedOn: '2017-11-01' });
    expect(verdict.publicity).toMatchObject({ from: '2017-11-01', until: '2020-11-01' });
    expect(verdict.decidedOn).toBeUndefined();
  });

  it('ends with the decision where that is earlier, never later than the list’s term', () => {
    const until = (expiresOn: string) =>
      listEntryRules({ listId: 'wage-arrears', listedOn: '2025-01-10', expiresOn }, SETTING).publicity?.until;
    expect(until('2026-01-10')).toBe('2026-01-10');
    expect(until('2030-01-10')).toBe('2028-01-10');
  });

  it('ends on the day before its removal', () => {
    const removed = { listId: 'wage-arrears', listedOn: '2025-01-10', removedOn: '2025-07-11', removalKind: 'EARLY' };
    expect(listEntryRules(removed, SETTING).publicity).toMatchObject({
      until: '2025-07-10',
      endedOn: '2025-07-11',
      endReason: 'REMOVED_FROM_LIST',
    });
  });

  it('refuses early removal before the period has been reached, and allows any where the law names none', () => {
    const removed = { listId: 'wage-arrears', listedOn: '2025-01-10', removedOn: '2025-07-10', removalKind: 'EARLY' };
    expect(listEntryRules(removed, SETTING).faults).toMatchObject([{ field: 'removedOn' }]);
    expect(listEntryRules({ ...removed, removalKind: 'DECISION_REVOKED' }, SETTING).faults).toBeUndefined();
    expect(listEntryRules({ ...removed, listId: 'tax-violations' }, SETTING).faults).toBeUndefined();
  });

  it.each([
    [{ listedOn: '2026-06-16' }, 'listedOn'],
    [{ listedOn: '2026-01-02', removedOn: '2026-01-01' }, 'removedOn'],
    [{ listedOn: '2026-01-02', expiresOn: '2026-01-01' }, 'expiresOn'],
    [{ listedOn: '2026-01-02', noticeFrom: '2026-01-02', noticeUntil: '2026-01-01' }, 'noticeUntil'],
  ])('refuses days in an impossible order: %j', (days, field) => {
    expect(listEntryRules({ listId: 'wage-arrears', ...days }, SETTING).faults).toMatchObject([{ field }]);
  });

  it('stays among departments without any day', () => {
    expect(listEntryRules({ listId: 'transport' }, SETTING)).toMatchObject({
      usageScope: 'GOV_SHARED',
      flags: ['WINDOW_UNKNOWN'],
    });
  });
});

describe('the rules of a red entry', () => {
  const RED = { listId: 'tax-credit-a', listedOn: '2026-04-20', noticeFrom: '2026-04-13', noticeUntil: '2026-04-24' };

  it('is trustworthy conduct that counts from the day after its public notice', () => {
    const verdict = listEntryRules(RED, SETTING);
    expect(verdict).toMatchObject({ polarity: 'POSITIVE', publicity: { from: '2026-04-25', until: '2027-04-20' } });
    expect(verdict.severity).toBeUndefined();
    expect(verdict.usageScope).toBeUndefined();
  });

  it('counts from listing where the notice was over before', () => {
    expect(listEntryRules({ ...RED, noticeUntil: '2026-04-15' }, SETTING).publicity?.from).toBe('2026-04-20');
  });

  it('stays among departments where no notice is known', () => {
    expect(listEntryRules({ listId: 'tax-credit-a', listedOn: '2026-04-20' }, SETTING)).toMatchObject({
      polarity: 'POSITIVE',
      usageScope: 'GOV_SHARED',
      flags: ['WINDOW_UNKNOWN'],
    });
  });
});
