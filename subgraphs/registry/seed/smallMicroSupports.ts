import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { CollectionSeed } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';

const POLICIES = [
  { policyName: '小微企业增值税减免', office: '税务局', content: '减免增值税', least: 800, most: 60_000 },
  { policyName: '小型微利企业所得税优惠', office: '税务局', content: '减免企业所得税', least: 500, most: 90_000 },
  {
    policyName: '失业保险稳岗返还',
    office: '人力资源和社会保障局',
    content: '返还失业保险费',
    least: 300,
    most: 20_000,
  },
  { policyName: '创业担保贷款贴息', office: '财政局', content: '给予贷款贴息', least: 1_000, most: 30_000 },
  { policyName: '首次上规模企业奖励', office: '工业和信息化局', content: '一次性奖励', least: 20_000, most: 100_000 },
];

/** 小微企业享受扶持政策 of a sample enterprise. */
export const smallMicroSupports: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.3, LAX: 0.2, TROUBLED: 0.1 };
  return eventDays(enterprise, chance, means, { asOf, months: 36 }).map((enjoyedOn) => {
    const { policyName, office, content, least, most } = chance.pick(POLICIES);
    const dept = sampleAuthority(office);
    return {
      ...subjectColumns(enterprise),
      ...{ policyName, content, enjoyedOn, implementingDept: dept.name, publishedOn: enjoyedOn },
      ...{ providerName: dept.name, providerUscc: dept.uscc },
      amount: `${chance.int(least, most)}.00`,
    };
  });
};
