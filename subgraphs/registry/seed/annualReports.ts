import { subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { addressIn } from './enterprises.ts';

/** Years that are reported on, back from the last. */
const YEARS = 4;
const DILIGENCE: Readonly<Record<SampleEnterprise['standing'], number>> = { GOOD: 0.97, LAX: 0.75, TROUBLED: 0.5 };
const FORMS: Readonly<Record<SampleEnterprise['kind'], string>> = {
  COMPANY: '企业年报',
  BRANCH: '企业年报',
  HOUSEHOLD: '个体工商户年报',
  COOPERATIVE: '农民专业合作社年报',
};
const CHOICES = [
  '',
  '',
  '从业人数',
  '从业人数;营业总收入',
  '从业人数;资产总额;负债总额;所有者权益',
  '从业人数;资产总额;负债总额;对外担保;所有者权益;营业总收入;主营业务收入;利润总额;净利润;纳税总额',
];

const HOUSEHOLD = { size: '微型', scale: 5 };
/** Sizes with their usual assets in 万元. */
const SIZES = [
  { size: '微型', scale: 60, weight: 55 },
  { size: '小型', scale: 500, weight: 32 },
  { size: '中型', scale: 4_000, weight: 10 },
  { size: '大型', scale: 60_000, weight: 3 },
];

/** 年度报告 of a sample enterprise on the last years that it lived in; some are missing, some late. */
export const annualReports: CollectionSeed = (enterprise, chance, asOf) => {
  const last = Number(asOf.slice(0, 4)) - 1;
  const founded = Number(enterprise.foundedOn.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, at) => last - YEARS + 1 + at).filter((year) => year >= founded);
  return years.flatMap((year) => {
    const filedOn = filingDay(year, enterprise, chance);
    const isFiled = enterprise.isRich || chance.isTrue(DILIGENCE[enterprise.standing]);
    return !isFiled || filedOn > enterprise.activeUntil ? [] : [report(enterprise, year, filedOn, chance)];
  });
};

function filingDay(year: number, { standing }: SampleEnterprise, chance: Chance): LocalDate {
  const isLate = standing !== 'GOOD' && chance.isTrue(0.3);
  const [from, to] = isLate ? ['07-01', '11-30'] : ['01-02', '06-30'];
  return chance.day(`${year + 1}-${from}`, `${year + 1}-${to}`);
}

function report(enterprise: SampleEnterprise, year: number, filedOn: LocalDate, chance: Chance): SampleRow {
  const { kind } = enterprise;
  const openFigures = chance.pick(CHOICES);
  const { size, scale } = kind === 'HOUSEHOLD' ? HOUSEHOLD : chance.weighted(SIZES, ({ weight }) => weight);
  return {
    ...subjectColumns(enterprise),
    year: String(year),
    filedOn,
    publishedOn: filedOn,
    form: FORMS[kind],
    address: addressIn(enterprise, chance),
    postcode: '350000',
    phone: `0591-000${chance.int(10_000, 99_999)}`,
    email: `s${enterprise.index}@example.com`,
    operatingState: chance.isTrue(0.97) ? '开业' : '歇业',
    ...(kind === 'HOUSEHOLD' ? { openReport: chance.isTrue(0.8) ? '是' : '否' } : {}),
    ...(openFigures === '' ? {} : { openFigures }),
    ...figures(chance, scale),
    ...(kind === 'COMPANY' ? companyParts(enterprise, year, size, chance) : {}),
  };
}

/** Figures in 万元 that add up: assets are debts and equity. */
function figures(chance: Chance, scale: number): SampleRow {
  const assets = scale * (0.5 + chance.fraction());
  const debts = assets * chance.fraction() * 0.9;
  const revenue = assets * (0.3 + chance.fraction());
  const profit = revenue * (chance.fraction() * 0.2 - 0.04);
  const inTenThousands = (amount: number) => amount.toFixed(2);
  return {
    employees: String(chance.int(1, Math.ceil(scale / 8) + 2)),
    totalAssets: inTenThousands(assets),
    totalLiabilities: inTenThousands(debts),
    ownersEquity: inTenThousands(assets - debts),
    revenue: inTenThousands(revenue),
    mainRevenue: inTenThousands(revenue * 0.93),
    totalProfit: inTenThousands(profit),
    netProfit: inTenThousands(profit * 0.8),
    taxPaid: inTenThousands(revenue * 0.025),
  };
}

function companyParts(
  { index, name, person, isRich }: SampleEnterprise,
  year: number,
  size: string,
  chance: Chance,
): SampleRow {
  const site = { kind: 'SITE', name, url: `https://s${index}.example.com` };
  const guarantee = { creditor: '示例银行福州分行', debtor: name, amount: String(chance.int(50, 900)) };
  const paid = { shareholder: person, subscribed: '100', paid: '60', paidOn: `${year}-03-01`, paidForm: '货币' };
  return {
    enterpriseSize: size,
    ...(size === '大型' ? { overdueContracts: '3', overdueAmount: '86.5' } : {}),
    ...(isRich || chance.isTrue(0.3) ? { contributions: JSON.stringify([paid]) } : {}),
    ...(isRich || chance.isTrue(0.15) ? { websites: JSON.stringify([site]) } : {}),
    ...(isRich || chance.isTrue(0.04) ? { guarantees: JSON.stringify([guarantee]) } : {}),
  };
}
