import { ENTERPRISE } from './openRegistry.ts';

/** The parts of a report that are public whatever the enterprise chooses. */
export const OPEN_PARTS = {
  year: 2025,
  filedOn: '2026-03-20',
  form: 'ENTERPRISE',
  address: '福州市鼓楼区五四路1号',
  postcode: '350001',
  phone: '0591-87654321',
  email: 'office@example.cn',
  operatingState: 'OPERATING',
  investments: [{ name: '福州子公司有限公司', uscc: '9335018158311TC46J' }],
  contributions: [
    {
      shareholder: '福州投资有限公司',
      subscribed: '1000000.00',
      subscribedOn: '2030-12-31',
      subscribedForm: '货币',
      paid: '250000.00',
      paidOn: '2020-05-06',
      paidForm: '货币',
    },
  ],
  transfers: [{ shareholder: '福州投资有限公司', shareBefore: '60%', shareAfter: '55%', changedOn: '2025-09-01' }],
  websites: [{ kind: 'SHOP', name: '测试旗舰店', url: 'https://shop.example.cn' }],
  enterpriseSize: 'LARGE',
  overdueContracts: 2,
  overdueAmount: '35000.00',
};

/** The figures that an enterprise opens one by one. */
export const FIGURES = {
  employees: 42,
  totalAssets: '9000000.00',
  totalLiabilities: '3000000.00',
  guarantees: [
    { creditor: '福建海峡银行股份有限公司', debtor: '福州子公司有限公司', amount: '500000.00', dueOn: '2027-01-01' },
  ],
  ownersEquity: '6000000.00',
  revenue: '12000000.00',
  mainRevenue: '11000000.00',
  totalProfit: '-20000.50',
  netProfit: '-30000.00',
  taxPaid: '80000.00',
};

/** All figures, by the names that `openFigures` takes. */
export const ALL_FIGURES = [
  'EMPLOYEES',
  'GUARANTEES',
  'MAIN_REVENUE',
  'NET_PROFIT',
  'OWNERS_EQUITY',
  'REVENUE',
  'TAX_PAID',
  'TOTAL_ASSETS',
  'TOTAL_LIABILITIES',
  'TOTAL_PROFIT',
];

/** A report with all its figures, none of them opened. */
export const REPORT = { subjectUscc: ENTERPRISE, ...OPEN_PARTS, ...FIGURES };

/** Selects the figures. */
export const FIGURE_FIELDS = `employees totalAssets totalLiabilities guarantees { creditor debtor amount dueOn } ownersEquity
  revenue mainRevenue totalProfit netProfit taxPaid`;

/** Selects the whole report. */
export const REPORT_FIELDS = `decidedOn year filedOn form dueOn isLate address postcode phone email operatingState openFigures
  investments { name uscc } transfers { shareholder shareBefore shareAfter changedOn } websites { kind name url }
  contributions { shareholder subscribed subscribedOn subscribedForm paid paidOn paidForm }
  enterpriseSize overdueContracts overdueAmount ${FIGURE_FIELDS}`;
