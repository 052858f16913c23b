import {
  abnormalListingRules,
  listingDueOn,
  seriousViolationDueOn,
} from '../../../../subgraphs/registry/rules/abnormalListingRules.ts';
import { ruleSetting } from '../ruleSetting.ts';

const setting = ruleSetting();
const RULE = '企业经营异常名录管理暂行办法（2025年修订）';

describe('rules of abnormal listings', () => {
  it.each([
    ['a plain week', '2026-03-02', '2026-03-16'],
    ['the end of the reporting window', '2026-06-30', '2026-07-14'],
    ['a Friday before the long holiday, with make-up Saturdays', '2026-02-13', '2026-03-05'],
    ['a make-up Saturday itself', '2026-02-28', '2026-03-13'],
    ['29 February', '2024-02-29', '2024-03-14'],
    ['the Dragon Boat Festival', '2026-06-12', '2026-06-29'],
  ])('give ten working days for listing: %s', (_name, foundOn, dueOn) => {
    expect(listingDueOn(foundOn)).toBe(dueOn);
  });

  it.each([
    ['2023-03-02', '2026-03-02'],
    ['2024-02-29', '2027-02-28'],
  ])('lead from a listing on %s to the serious list on %s', (listedOn, dueOn) => {
    expect(seriousViolationDueOn(listedOn)).toBe(dueOn);
  });

  it('open the window on the day of listing and leave it open', () => {
    expect(abnormalListingRules({ listedOn: '2026-03-02' }, setting)).toEqual({
      decidedOn: '2026-03-02',
      publishedOn: '2026-03-02',
      publicity: { from: '2026-03-02', rule: RULE },
      flags: [],
    });
  });

  it('close the window on the day before removal, over the end of a month', () => {
    const values = { listedOn: '2024-02-01', removedOn: '2024-03-01' };
    const { publicity } = abnormalListingRules(values, ruleSetting({ publishedOn: '2024-02-05' }));
    expect(publicity).toEqual({ from: '2024-02-01', until: '2024-02-29', rule: RULE });
  });

  it('never show a listing that was removed on its own day', () => {
    const { publicity } = abnormalListingRules({ listedOn: '2026-03-02', removedOn: '2026-03-02' }, setting);
    expect(publicity).toMatchObject({ from: '2026-03-02', until: '2026-03-01' });
  });

  it('keep the day of publication that the source gives', () => {
    const verdict = abnormalListingRules({ listedOn: '2026-03-02' }, ruleSetting({ publishedOn: '2026-03-05' }));
    expect(verdict.publishedOn).toBe('2026-03-05');
  });

  it('refuse a removal before the listing, and remark on a fact found after it', () => {
    const { faults } = abnormalListingRules({ listedOn: '2026-03-02', removedOn: '2026-03-01' }, setting);
    expect(faults).toMatchObject([{ field: 'removedOn', fault: { code: 'DATE_ORDER' } }]);
    expect(abnormalListingRules({ listedOn: '2026-03-02', foundOn: '2026-03-03' }, setting).flags).toEqual([
      'DATE_ORDER',
    ]);
  });
});
