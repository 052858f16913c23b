import { Chance } from '../../../src/sample/Chance.ts';
import { orgCodeBody, sampleUscc } from '../../../src/sample/sampleUscc.ts';
import { addDays, type LocalDate } from '../../../src/values/localDate.ts';
import type { TimelineDocument } from '../../../subgraphs/credit/timeline/TimelineDocument.ts';

/** What may be known of an enterprise, and how often it is met. */
const KINDS = [
  { type: 'RegistrationChange', polarity: 'NEUTRAL', weight: 30 },
  { type: 'AdministrativePermit', polarity: 'NEUTRAL', weight: 25 },
  { type: 'SpotCheck', polarity: 'NEUTRAL', weight: 15 },
  { type: 'Commitment', polarity: 'POSITIVE', weight: 8 },
  { type: 'ListEntry', polarity: 'POSITIVE', weight: 6 },
  { type: 'AdministrativePenalty', polarity: 'NEGATIVE', severity: 'GENERAL', weight: 8 },
  { type: 'AdministrativePenalty', polarity: 'NEGATIVE', severity: 'MINOR', weight: 4 },
  { type: 'JudgmentDefaulter', polarity: 'NEGATIVE', severity: 'SERIOUS', weight: 2 },
  { type: 'AbnormalListing', polarity: 'NEGATIVE', weight: 2 },
] as const;
const RESULTS = ['NO_PROBLEM', 'CORRECTED', 'UNREACHABLE'] as const;
const MEAN_FACTS = 5;
const OLDEST_DAYS = 1_300;
const TERM_DAYS = 1_095;

/**
 * Invents what the timeline holds of an enterprise, as large as it is in a city.
 *
 * @param index - of the enterprise, from 0
 * @param seed - another one gives other facts
 * @param asOf - no fact is later
 */
export function inventTimeline(
  index: number,
  seed: number,
  asOf: LocalDate,
): { readonly uscc: string; readonly facts: readonly TimelineDocument[] } {
  const chance = new Chance(`evaluation ${seed} ${index}`);
  const uscc = sampleUscc('91', '350100', orgCodeBody(index, true));
  const facts = Array.from({ length: chance.count(MEAN_FACTS) }, (_, at) => fact(`${uscc}-${at}`, uscc, chance, asOf));
  return { uscc, facts };
}

function fact(_id: string, subjectUscc: string, chance: Chance, asOf: LocalDate): TimelineDocument {
  const { weight, type, ...record } = chance.weighted(KINDS, (kind) => kind.weight);
  const decidedOn = addDays(asOf, -chance.int(0, OLDEST_DAYS));
  const usageScope = chance.isTrue(0.15) ? 'GOV_SHARED' : 'PUBLIC';
  return {
    ...{ _id, department: 'disclosure', collection: 'facts', type, catalogueKind: 3, subjectUscc },
    ...{ decidedOn, sortOn: decidedOn, title: `${type} ${weight}`, revision: 1, seq: 1, lists: [] },
    record: {
      ...{ subjectName: '福州示例有限公司', subjectCategory: 'LEGAL_OR_UNINCORPORATED', ...record, usageScope },
      ...{ state: 'ACTIVE', publicity: { from: decidedOn, until: addDays(decidedOn, TERM_DAYS) } },
      provider: { name: '福州市市场监督管理局（示例）' },
    },
    values: { result: chance.pick(RESULTS), reason: '示例事由'.repeat(20), decisionNo: `示〔2026〕${_id}` },
    searchName: '福州示例有限公司',
  };
}
