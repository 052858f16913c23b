import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import { addDays, addMonths, type LocalDate } from '../../../src/values/localDate.ts';

const BLACK = [
  { listId: 'wage-arrears', office: '人力资源和社会保障局', reason: '拖欠农民工工资，经责令改正逾期未改正', early: 6 },
  { listId: 'work-safety', office: '应急管理局', reason: '发生生产安全责任事故，受到行政处罚', early: 12 },
  { listId: 'tax-violations', office: '税务局', reason: '虚开增值税专用发票', early: 0 },
  { listId: 'government-procurement', office: '财政局', reason: '提供虚假材料谋取中标', early: 0 },
] as const;
const RED = [
  { listId: 'tax-credit-a', office: '税务局', reason: '年度纳税信用评价为A级' },
  { listId: 'labour-integrity-a', office: '人力资源和社会保障局', reason: '劳动保障守法诚信等级评价为A级' },
  { listId: 'environment-green', office: '生态环境局', reason: '企业环境信用评价为环保诚信企业' },
  { listId: 'contract-honouring', office: '市场监督管理局', reason: '连续两年守合同重信用' },
] as const;
const NOTICE_DAYS = 7;

/** Red and black entries of the sample: honours for most, blacklisting for a few, some removed early by repair. */
export const listEntries: CollectionSeed = (enterprise, chance, asOf) => {
  const span = { asOf, months: 40 };
  const black = eventDays(enterprise, chance, { GOOD: 0, LAX: 0.02, TROUBLED: 0.25 }, span);
  const red = eventDays(enterprise, chance, { GOOD: 0.12, LAX: 0.02, TROUBLED: 0 }, { asOf, months: 14 });
  return [
    ...black.map((day, at) => blackEntry(enterprise, day, at, asOf, chance)),
    ...red.map((day, at) => redEntry(enterprise, day, at, asOf, chance)),
  ];
};

function blackEntry(
  enterprise: SampleEnterprise,
  listedOn: LocalDate,
  at: number,
  asOf: LocalDate,
  chance: Chance,
): SampleRow {
  const { office, early, ...entry } = chance.pick(BLACK);
  const removedOn = addMonths(listedOn, early + 3);
  const isRemoved = early > 0 && removedOn <= asOf && chance.isTrue(0.3);
  return {
    ...subjectColumns(enterprise),
    ...entry,
    ...decision(enterprise, office, listedOn, `黑${at}`),
    measures: '限制申请财政性资金项目;限制参加评先评优;纳入重点监管范围',
    ...(isRemoved ? { removedOn, removalKind: '提前移出', removalBasis: '已履行义务并作出信用承诺，准予修复' } : {}),
  };
}

function redEntry(
  enterprise: SampleEnterprise,
  listedOn: LocalDate,
  at: number,
  asOf: LocalDate,
  chance: Chance,
): SampleRow {
  const { office, ...entry } = chance.pick(RED);
  const noticeFrom = addDays(listedOn, -NOTICE_DAYS - chance.int(0, 3));
  return {
    ...subjectColumns(enterprise),
    ...entry,
    ...decision(enterprise, office, listedOn, `红${at}`),
    ...{ noticeFrom, noticeUntil: addDays(noticeFrom, NOTICE_DAYS) },
    ...(addMonths(listedOn, 12) > asOf ? { expiresOn: addMonths(listedOn, 12) } : {}),
  };
}

function decision({ district, index }: SampleEnterprise, office: string, listedOn: LocalDate, number: string) {
  return {
    decider: sampleAuthority(office, district).name,
    decisionNo: `示信名单〔${listedOn.slice(0, 4)}〕${index}-${number}号`,
    listedOn,
    publishedOn: listedOn,
  };
}
