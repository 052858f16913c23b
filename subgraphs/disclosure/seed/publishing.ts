import type { Chance } from '../../../src/sample/Chance.ts';
import type { SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';

/** How often an office of the sample city publishes late; offices that are not named keep time. */
const LATENESS: Readonly<Record<string, number>> = {
  市场监督管理局: 0.04,
  税务局: 0.01,
  应急管理局: 0.12,
  生态环境局: 0.08,
  城市管理委员会: 0.3,
  住房和城乡建设局: 0.18,
  交通运输局: 0.1,
};
/** Offices of which each district has its own. */
const IN_DISTRICTS: ReadonlySet<string> = new Set(['市场监督管理局']);
/** Share of decisions that lack the legal representative, which the templates ask of organisations. */
const FORGETFULNESS = 0.05;

/**
 * Gives the columns that every decision has: who decided and provides it, whom it is about, when it was published.
 *
 * @param office - the deciding office
 * @param enterprise - the party
 * @param decidedOn - day of the decision
 * @param asOf - the last day of publication
 * @param chance - chooses how late it is published and what is forgotten
 */
export function decisionColumns(
  office: string,
  { district, person, kind }: SampleEnterprise,
  decidedOn: LocalDate,
  asOf: LocalDate,
  chance: Chance,
): SampleRow {
  const authority = sampleAuthority(office, IN_DISTRICTS.has(office) ? district : undefined);
  const isLate = chance.isTrue(LATENESS[office] ?? 0.05);
  const publishedOn = addWorkingDays(decidedOn, isLate ? chance.int(8, 30) : chance.int(1, 7));
  const namesPerson = kind === 'HOUSEHOLD' || !chance.isTrue(FORGETFULNESS);
  return {
    authority: authority.name,
    authorityUscc: authority.uscc,
    providerName: authority.name,
    providerUscc: authority.uscc,
    decidedOn,
    publishedOn: publishedOn > asOf ? asOf : publishedOn,
    ...(namesPerson ? { legalRep: person } : {}),
  };
}
