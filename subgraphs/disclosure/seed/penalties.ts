import { eventDays, subjectColumns } from '../../../src/sample/aboutEnterprise.ts';
import type { Chance } from '../../../src/sample/Chance.ts';
import type { CollectionSeed, SampleRow } from '../../../src/sample/DepartmentSeed.ts';
import { addYears } from '../../../src/values/localDate.ts';
import { PENALTY_KINDS, type PenaltyKind } from './penaltyKinds.ts';
import { decisionColumns } from './publishing.ts';

/** A rich enterprise has so many in a row of kinds, so that every severity is among them. */
const RICH_MEANS = { GOOD: 0, LAX: 0, TROUBLED: 6 };
const MEANS = { GOOD: 0.06, LAX: 0.5, TROUBLED: 2.2 };
/** Share of fines whose confiscated amount is not given though the template asks for it. */
const AMOUNT_FORGOTTEN = 0.15;
const TEN_THOUSAND = 10_000;

/** 行政处罚 of a sample enterprise, of the last four years: inside and outside their windows of publicity. */
export const penalties: CollectionSeed = (enterprise, chance, asOf) => {
  const means = enterprise.isRich ? RICH_MEANS : MEANS;
  return eventDays(enterprise, chance, means, { asOf, months: 48 }).map((decidedOn, at) => {
    const rich = enterprise.isRich ? PENALTY_KINDS[(at * 3 + 1) % PENALTY_KINDS.length] : undefined;
    const kind = rich ?? chance.weighted(PENALTY_KINDS, ({ weight }) => weight);
    const { office, violationKind, violationFacts, basis } = kind;
    return {
      ...subjectColumns(enterprise),
      ...decisionColumns(office, enterprise, decidedOn, asOf, chance),
      ...{ violationKind, violationFacts, basis },
      docNo: `示${kind.sign}罚〔${decidedOn.slice(0, 4)}〕${enterprise.index}-${at + 1}号`,
      categories: kind.categories.join(';'),
      summaryProcedure: kind.isSummary === true ? '是' : '否',
      ...measures(kind, enterprise.index, chance),
      validUntil: addYears(decidedOn, 3),
      ...(chance.isTrue(0.4) ? { rectification: '已按决定履行并改正' } : {}),
    };
  });
};

function measures({ categories, fine }: PenaltyKind, index: number, chance: Chance): SampleRow {
  const yuan = fine === undefined ? 0 : roundly(chance.int(...fine));
  const gains = categories.includes('没收违法所得') ? chance.int(200, 20_000) : 0;
  const isForgotten = gains > 0 && chance.isTrue(AMOUNT_FORGOTTEN);
  const takesPaper = categories.some((label) => /^(?:吊销|暂扣)/u.test(label));
  const said = categories.map((label) => (label === '罚款' ? `罚款${yuan}元` : label));
  return {
    content: `依法给予以下处罚：${said.join('；')}`,
    ...(yuan > 0 ? { fine: inTenThousands(yuan) } : {}),
    ...(gains > 0 && !isForgotten ? { confiscated: inTenThousands(gains) } : {}),
    ...(takesPaper ? { revokedCert: `许可证件（示${index}）` } : {}),
  };
}

/** Fines are round numbers. */
function roundly(yuan: number): number {
  const step = yuan < 1_000 ? 50 : yuan < TEN_THOUSAND ? 500 : 5_000;
  return Math.ceil(yuan / step) * step;
}

function inTenThousands(yuan: number): string {
  return (yuan / TEN_THOUSAND).toFixed(4);
}
