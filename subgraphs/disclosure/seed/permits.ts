import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { addDays, addYears, type LocalDate } from '../../../src/values/localDate.ts';
import { PERMIT_KINDS } from './permitKinds.ts';
import { decisionColumns } from './publishing.ts';

const NO_END = '2099-12-31';

/** 行政许可 of a sample enterprise: what its line of business needs, some of it expired, a few revoked or disputed. */
export const permits: CollectionSeed = (enterprise, chance, asOf) => {
  const means = { GOOD: 0.9, LAX: 1.1, TROUBLED: 1.6 };
  const fitting = PERMIT_KINDS.filter(({ industries }) => industries?.includes(enterprise.industry.code) ?? true);
  return eventDays(enterprise, chance, means, { asOf, months: 84 }).map((decidedOn, at) => {
    const { office, sign, years, docName, certName, category, content } = chance.pick(fitting);
    const validTo = years === undefined ? NO_END : addDays(addYears(decidedOn, years), -1);
    const number = `〔${decidedOn.slice(0, 4)}〕${enterprise.index}-${at + 1}号`;
    return {
      ...subjectColumns(enterprise),
      ...decisionColumns(office, enterprise, decidedOn, asOf, chance),
      ...{ docName, certName, category, content, validFrom: decidedOn, validTo },
      docNo: `示${sign}许${number}`,
      certNo: `示${sign}证${number}`,
      ...stateOf(validTo, asOf, chance),
    };
  });
};

/** By the national template, and for a few by a city's, which knows revocation and objections. */
function stateOf(validTo: LocalDate, asOf: LocalDate, chance: Chance): SampleRow {
  if (chance.isTrue(0.02)) return { cityState: '撤销', remark: '许可机关依法撤销' };
  if (chance.isTrue(0.02)) return { cityState: '异议', remark: '相对人对信息内容提出异议' };
  return { state: validTo < asOf ? '无效' : '有效' };
}
