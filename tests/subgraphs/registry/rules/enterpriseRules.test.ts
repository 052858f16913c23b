import {
  enterpriseRules,
  resumptionDueOn,
  suspensionEndsBy,
} from '../../../../subgraphs/registry/rules/enterpriseRules.ts';
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
    ['2026-06-15', '2026-07-15'],
    ['2024-01-30', '2024-02-29'],
    ['2025-01-30', '2025-03-01'],
    ['2025-12-02', '2026-01-01'],
  ])('have a suspension that ended on %s made public by %s', (resumedOn, due) => {
    expect(resumptionDueOn(resumedOn)).toBe(due);
  });

  it.each([
    ['2025-01-01', '2025-01-01', []],
    ['2025-01-01', '2024-12-31', ['resumedOn']],
    [undefined, '2024-12-31', []],
  ])('judge a suspension from %s that ended on %s: %j', (suspendedFrom, resumedOn, fields) => {
    const { faults = [] } = enterpriseRules({ ...registration, suspendedFrom, resumedOn }, setting);
    expect(faults.map(({ field }) => field)).toEqual(fields);
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
