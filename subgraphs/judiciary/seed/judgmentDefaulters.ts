import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import { addDays, addMonths, type LocalDate } from '../../../src/values/localDate.ts';
import { caseNumber, courtOf } from './courtCase.ts';

const CONDUCTS = [
  { conduct: '违反财产报告制度', weight: 45 },
  { conduct: '有履行能力而拒不履行生效法律文书确定义务', weight: 30 },
  { conduct: '隐匿、转移财产规避执行', weight: 10 },
  { conduct: '违反财产报告制度;违反限制消费令', weight: 10 },
  { conduct: '无正当理由拒不履行执行和解协议', weight: 5 },
] as const;
const WITHOUT_TERM = '有履行能力而拒不履行生效法律文书确定义务';

/** 失信被执行人 of the sample: enterprises, and a few of the people who act for them, who owe in their own name. */
export const judgmentDefaulters: CollectionSeed = (enterprise, chance, asOf) => {
  const span = { asOf, months: 44 };
  const units = eventDays(enterprise, chance, { GOOD: 0.003, LAX: 0.05, TROUBLED: 0.7 }, span);
  const people = eventDays(enterprise, chance, { GOOD: 0.002, LAX: 0.02, TROUBLED: 0.15 }, span);
  return [
    ...units.map((listedOn, at) => ({
      ...subjectColumns(enterprise),
      legalRepresentative: enterprise.person,
      ...listing(enterprise, listedOn, at, asOf, chance),
    })),
    ...people.map((listedOn, at) => ({
      subjectName: enterprise.person,
      subjectCategory: '自然人',
      sex: chance.pick(['男', '女']),
      age: String(chance.int(25, 64)),
      ...listing(enterprise, listedOn, at + 5, asOf, chance),
    })),
  ];
};

function listing(
  { district, index }: SampleEnterprise,
  listedOn: LocalDate,
  at: number,
  asOf: LocalDate,
  chance: Chance,
): SampleRow {
  const filedOn = addDays(listedOn, -chance.int(40, 200));
  const { conduct } = chance.weighted(CONDUCTS, ({ weight }) => weight);
  const court = courtOf(district);
  const publishedOn = addDays(listedOn, chance.int(1, 3));
  const hasGrace = chance.isTrue(0.1);
  const isExtended = conduct !== WITHOUT_TERM && chance.isTrue(0.1);
  return {
    ...{ court, filedOn, conduct, listedOn, basisIssuer: court },
    caseNo: caseNumber(district, filedOn, '执', index, at),
    basisDocNo: caseNumber(district, addDays(filedOn, -120), '民初', index, at),
    obligation: `被执行人应向申请执行人支付${chance.pick(['货款', '工程款', '借款本金', '租金'])}${chance.int(2, 800)}万元及利息`,
    publishedOn: publishedOn > asOf ? asOf : publishedOn,
    ...(hasGrace ? { gracePeriodUntil: addMonths(listedOn, chance.int(1, 3)) } : {}),
    ...(isExtended ? { extensionMonths: chance.pick(['12', '24', '36']) } : {}),
    ...outcome(listedOn, asOf, chance),
  };
}

/** How far it has been performed by now, and whether the listing was deleted for that. */
function outcome(listedOn: LocalDate, asOf: LocalDate, chance: Chance): SampleRow {
  const performedOn = addDays(listedOn, chance.int(60, 700));
  if (performedOn > asOf || !chance.isTrue(0.45))
    return { performance: chance.pick(['全部未履行', '全部未履行', '部分履行']) };
  const deletedOn = addDays(performedOn, 3);
  return {
    performance: '全部已履行',
    performedOn,
    ...(deletedOn <= asOf && chance.isTrue(0.7) ? { deletedOn, deletionReason: '已履行完毕' } : {}),
  };
}
