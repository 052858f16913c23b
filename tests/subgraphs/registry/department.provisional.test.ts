import type { TestDepartment } from '../../kit/department.ts';
import { entered, ENTERPRISE, openRegistry } from './openRegistry.ts';

const authority = '福州市市场监督管理局';
/** Each kind of fact with a deadline in working days: its noun, the day that starts it, the field, other values. */
const KINDS = [
  ['registrationChange', 'approvedOn', 'isPublicityDueProvisional', { item: '名称变更' }],
  [
    'pledge',
    'registeredOn',
    'isPublicityDueProvisional',
    {
      kind: 'EQUITY_PLEDGE',
      pledgor: '福州投资有限公司',
      pledgee: '福建海峡银行股份有限公司',
      debtAmount: '8000000.00',
      authority,
      status: 'VALID',
    },
  ],
  [
    'spotCheck',
    'checkedOn',
    'isPublicityDueProvisional',
    {
      planNo: '3501002026001',
      taskName: '抽查',
      checkItem: '年度报告公示信息检查',
      checkAuthorities: [authority],
      method: 'ON_SITE',
      result: 'PENDING',
    },
  ],
  [
    'abnormalListing',
    'foundOn',
    'isListingDueProvisional',
    { reason: 'UNREACHABLE_AT_ADDRESS', listedOn: '2026-03-02', listingAuthority: authority },
  ],
] as const;

let registry: TestDepartment;
beforeAll(async () => {
  registry = await openRegistry();
});
afterAll(() => registry.close());

describe.each(KINDS)('a deadline of %s, counted in working days', (noun, day, field, values) => {
  // Holidays are known from 2004 on: the deadline of the first lies before that, the others' do not.
  it.each([
    ['2003-11-03', true],
    ['2003-12-31', false],
    ['2026-02-10', false],
  ])('from %s is marked as perhaps too early: %s', async (start, isProvisional) => {
    const numbers = noun === 'pledge' ? { regNo: start } : noun === 'abnormalListing' ? { listingDocNo: start } : {};
    const id = await entered(registry, noun, { subjectUscc: ENTERPRISE, ...values, ...numbers, [day]: start });
    expect(await registry.ask(`{ ${noun}(id: "${id}") { ${field} } }`)).toEqual({
      data: { [noun]: { [field]: isProvisional } },
    });
  });
});
