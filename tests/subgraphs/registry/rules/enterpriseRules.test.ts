import { enterpriseRules, suspensionEndsBy } from '../../../../subgraphs/registry/rules/enterpriseRules.ts';
import { ruleSetting } from '../ruleSetting.ts';

const setting = ruleSetting();
const registration = { uscc: '91350100705362917E', name: '福州测试（集团）有限公司', establishedOn: '2001-05-06' };

describe('rules of registrations', () => {
  it('derive division, organisation code and the form in which names are compared', () => {
    expect(enterpriseRules(registration, setting)).toEqual({
      decidedOn: '2001-05-06',
      values: { divisionCode: '350100', orgCode: '705362917', nameKey: '福州测试(集团)有限公司' },
      flags: [],
    });
  });

  it.each([
    ['2020-01-01', '2020-01-01', []],
    ['2020-01-02', '2020-01-01', ['DATE_ORDER']],
    ['2020-01-02', undefined, []],
  ])('remark on a term of business from %s to %s: %j', (businessTermFrom, businessTermTo, flags) => {
    expect(enterpriseRules({ ...registration, businessTermFrom, businessTermTo }, setting).flags).toEqual(flags);
  });

  it.each([
    ['2023-06-15', '2026-06-15'],
    ['2024-02-29', '2027-02-28'],
  ])('let a suspension from %s last until %s', (from, until) => {
    expect(suspensionEndsBy(from)).toBe(until);
  });

  it.each([
    ['2023-06-15', '2026-06-15', false],
    ['2023-06-15', '2026-06-16', true],
    ['2023-06-15', '2023-06-15', false],
    ['2023-06-15', '2023-06-14', true],
    ['2023-06-15', undefined, false],
    [undefined, '2026-06-16', false],
  ])('refuse a suspension from %s to %s: %s', (suspendedFrom, suspendedUntil, isRefused) => {
    const { faults = [] } = enterpriseRules({ ...registration, suspendedFrom, suspendedUntil }, setting);
    expect(faults.map(({ field, fault }) => [field, fault.code])).toEqual(
      isRefused ? [['suspendedUntil', 'DATE_ORDER']] : [],
    );
  });
});
