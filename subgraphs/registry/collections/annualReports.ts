import { defineCollection } from '../../../src/data/FactCollection.ts';
import { code, codes } from '../../../src/data/fields/code.ts';
import { date } from '../../../src/data/fields/date.ts';
import type { FieldWords } from '../../../src/data/fields/Field.ts';
import { integer, money, yesNo } from '../../../src/data/fields/number.ts';
import { rows } from '../../../src/data/fields/rows.ts';
import { text } from '../../../src/data/fields/text.ts';
import { ANNUAL_FIGURES } from '../rules/annualFigures.ts';
import { annualReportRules } from '../rules/annualReportRules.ts';
import { contribution, guarantee, investment, transfer, website } from './annualReportRows.ts';

/** Figures stand in 万元 in the report's form. */
const figure = (title: string, description: string) =>
  money({ title, description: `${description}, in yuan.` }, '万元');
/** Equity and profits may be below zero. */
const signedFigure = (title: string, description: string) =>
  money({ title, description: `${description}, in yuan; may be negative.` }, '万元', { signed: true });
const list = (title: string, description: string): FieldWords => ({ title, description });

const fields = {
  year: integer(
    { title: '报告年度', description: 'Year reported on.', aliases: ['年度', '年报年度'] },
    { required: true },
  ),
  filedOn: date(
    { title: '报送日期', description: 'Day on which it was filed.', aliases: ['年报报送日期', '填报日期'] },
    { required: true },
  ),
  form: code(
    { title: '年报类型', description: 'Form of the report.' },
    { ENTERPRISE: ['企业年报'], COOPERATIVE: ['农民专业合作社年报'], HOUSEHOLD: ['个体工商户年报'] },
  ),
  openReport: yesNo({ title: '是否公示年报', description: 'Choice of an individual household; others have none.' }),
  address: text({ title: '通信地址', description: 'Address for letters.', aliases: ['企业通信地址'] }, 500),
  postcode: text({ title: '邮政编码', description: 'Postal code.', aliases: ['邮编'] }, 10),
  // The report publishes it by law (企业信息公示暂行条例 art. 9), mobile or not.
  phone: text({ title: '联系电话', description: 'Telephone.', aliases: ['企业联系电话'] }, 50, { holds: 'NUMBER' }),
  email: text({ title: '电子邮箱', description: 'E-mail address.', aliases: ['企业电子邮箱'] }, 200),
  operatingState: code(
    { title: '存续状态', description: 'State of operation.', aliases: ['企业经营状态'] },
    { OPERATING: ['开业'], SUSPENDED: ['歇业'], LIQUIDATING: ['清算'] },
  ),
  investments: rows(list('投资设立企业、购买股权', 'Enterprises founded and equity bought.'), investment, 200),
  contributions: rows(list('股东及出资情况', 'Contributions subscribed and paid.'), contribution, 200),
  transfers: rows(list('股权变更情况', 'Transfers of equity in the year.'), transfer, 200),
  websites: rows(list('网站网店', 'Sites and shops on the internet.'), website, 100),
  openFigures: codes(
    {
      title: '选择公示的数据',
      description: 'Figures that the enterprise opens to the public; the others stay closed.',
    },
    {
      EMPLOYEES: ['从业人数'],
      TOTAL_ASSETS: ['资产总额'],
      TOTAL_LIABILITIES: ['负债总额'],
      GUARANTEES: ['对外担保'],
      OWNERS_EQUITY: ['所有者权益'],
      REVENUE: ['营业总收入'],
      MAIN_REVENUE: ['主营业务收入'],
      TOTAL_PROFIT: ['利润总额'],
      NET_PROFIT: ['净利润'],
      TAX_PAID: ['纳税总额'],
    },
  ),
  employees: integer({ title: '从业人数', description: 'Number of employees.' }),
  totalAssets: figure('资产总额', 'Total assets'),
  totalLiabilities: figure('负债总额', 'Total liabilities'),
  guarantees: rows(list('对外担保', 'Guarantees given to others.'), guarantee, 200),
  ownersEquity: signedFigure('所有者权益合计', 'Equity of the owners'),
  revenue: figure('营业总收入', 'Total revenue'),
  mainRevenue: figure('主营业务收入', 'Revenue of the main business'),
  totalProfit: signedFigure('利润总额', 'Total profit'),
  netProfit: signedFigure('净利润', 'Net profit'),
  taxPaid: figure('纳税总额', 'Taxes paid'),
  enterpriseSize: code(
    { title: '企业规模', description: 'Size; large enterprises report overdue payments.' },
    { LARGE: ['大型'], MEDIUM: ['中型'], SMALL: ['小型'], MICRO: ['微型'] },
  ),
  overdueContracts: integer({
    title: '逾期未支付中小企业款项合同数量',
    description: 'Contracts with overdue payments to small and medium enterprises.',
  }),
  overdueAmount: figure('逾期未支付中小企业款项金额', 'Overdue payments to small and medium enterprises'),
};

/** What a correction is told from: the fields, and which revision they are. */
const WHOLE_REPORT = [...Object.keys(fields), 'record.revision', 'record.provenance'];

/** 企业年度报告 (domain section 3.4), groups 1 to 8. */
export const annualReports = defineCollection({
  department: 'registry',
  name: 'annualReports',
  type: 'AnnualReport',
  title: '企业年度报告',
  description: 'Annual report as the enterprise filed it.',
  kind: 'FACT',
  naturalKey: ['subject', 'year'],
  usageScope: 'PUBLIC',
  polarity: 'NEUTRAL',
  catalogueKind: 1,
  headline: ['year'],
  unledgered: [
    'phone',
    'email',
    'employees',
    'totalAssets',
    'totalLiabilities',
    'ownersEquity',
    'revenue',
    'mainRevenue',
    'totalProfit',
    'netProfit',
    'taxPaid',
  ],
  fields,
  needs: {
    ...Object.fromEntries(Object.keys(ANNUAL_FIGURES).map((name) => [name, [name, 'openFigures']])),
    dueOn: ['year'],
    isLate: ['year', 'filedOn'],
    corrections: WHOLE_REPORT,
  },
  indexes: [{ key: { year: 1, sortOn: -1, _id: -1 } }],
  rules: annualReportRules,
});
