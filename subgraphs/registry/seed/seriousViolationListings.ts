import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import { addDays, addMonths, type LocalDate } from '../../../src/values/localDate.ts';
import { earlyRemovalFrom, listingTerm } from '../rules/seriousViolationListingRules.ts';

const KINDS = [
  { violationKind: '食品安全', reason: '生产经营不符合食品安全标准的食品，受到较重行政处罚' },
  { violationKind: '质量安全', reason: '生产、销售不符合保障人身健康标准的产品，受到较重行政处罚' },
  { violationKind: '侵害消费者权益', reason: '侵害消费者人身权、财产权，受到较重行政处罚' },
  { violationKind: '破坏公平竞争秩序和扰乱市场秩序', reason: '提交虚假材料取得登记，受到较重行政处罚' },
  { violationKind: '列入经营异常名录满三年', reason: '被列入经营异常名录届满3年仍未履行相关义务' },
];
const NEVER = '9999-12-31';

/** 严重违法失信名单 of a sample enterprise: listed for the term of the law, some left early, some listings revoked. */
export const seriousViolationListings: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0, LAX: 0.01, TROUBLED: 0.16 };
  return eventDays(enterprise, chance, means, { asOf, months: 50 }).map((listedOn, at) => {
    const authority = sampleAuthority('市场监督管理局', enterprise.district).name;
    const number = `〔${listedOn.slice(0, 4)}〕${enterprise.index}-${at + 1}号`;
    return {
      ...subjectColumns(enterprise),
      ...chance.pick(KINDS),
      legalBasis: listingTerm(listedOn).rule,
      ...{ listedOn, listingAuthority: authority, publishedOn: listedOn },
      listingDocNo: `示市监严列${number}`,
      penaltyDocNo: `示市监罚${number}`,
      measures: '列为重点监管对象;提高检查频次;不适用告知承诺制;不予授予荣誉称号',
      ...removal(listedOn, asOf, authority, chance),
    };
  });
};

function removal(listedOn: LocalDate, asOf: LocalDate, authority: string, chance: Chance): SampleRow {
  const after = chance.weighted(
    [
      {
        removedOn: addDays(addMonths(listedOn, listingTerm(listedOn).months), 1),
        removalKind: '期满移出',
        removalReason: '列入期限届满',
        weight: 5,
      },
      {
        removedOn: earlyRemovalFrom(listedOn) === null ? NEVER : addMonths(listedOn, 15),
        removalKind: '提前移出',
        removalReason: '已履行义务，准予信用修复',
        weight: 3,
      },
      { removedOn: addMonths(listedOn, 2), removalKind: '撤销列入决定', removalReason: '列入决定被撤销', weight: 1 },
      { removedOn: NEVER, removalKind: '', removalReason: '', weight: 3 },
    ],
    ({ weight }) => weight,
  );
  if (after.removedOn > asOf) return {};
  const { removedOn, removalKind, removalReason } = after;
  return { removedOn, removalKind, removalReason, removalAuthority: authority };
}
