import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import { addMonths, type LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';

const REASONS = [
  { reason: '未按期公示年度报告', weight: 60, cure: '已补报年度报告并公示，申请移出' },
  { reason: '通过登记的住所或者经营场所无法联系', weight: 28, cure: '依法办理住所变更登记，申请移出' },
  { reason: '公示企业信息隐瞒真实情况、弄虚作假', weight: 8, cure: '已更正其公示的信息，申请移出' },
  { reason: '未在责令的期限内公示有关企业信息', weight: 4, cure: '已履行公示义务，申请移出' },
] as const;

/** 经营异常名录 of a sample enterprise: most listings are cured and removed within two years. */
export const abnormalListings: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0, LAX: 0.25, TROUBLED: 0.7 };
  return eventDays(enterprise, chance, means, { asOf, months: 54 }).map((foundOn, at) => {
    const { reason, cure } = chance.weighted(REASONS, ({ weight }) => weight);
    const authority = sampleAuthority('市场监督管理局', enterprise.district).name;
    const listedOn = earlier(
      addWorkingDays(foundOn, chance.isTrue(0.9) ? chance.int(3, 10) : chance.int(11, 25)),
      asOf,
    );
    const removedOn = chance.day(listedOn, addMonths(listedOn, 24));
    const isRemoved = removedOn <= asOf && chance.isTrue(0.65);
    return {
      ...subjectColumns(enterprise),
      ...{ reason, foundOn, listedOn, listingAuthority: authority, publishedOn: listedOn },
      listingDocNo: `示市监异列〔${listedOn.slice(0, 4)}〕${enterprise.index}-${at + 1}号`,
      ...(isRemoved ? { removedOn, removalReason: cure, removalAuthority: authority } : {}),
    };
  });
};

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
