import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { PublicityDocument, UsageScope } from '../../../src/data/FactDocument.ts';
import { publicityWindow } from '../../../src/policy/publicityWindow.ts';
import { addDays, type LocalDate } from '../../../src/values/localDate.ts';
import { commitmentFaults } from './commitmentFaults.ts';

/** The values of a commitment that its rules look at. */
export interface CommitmentValues {
  readonly code?: string | undefined;
  readonly idNo?: string | undefined;
  readonly kind?: string | undefined;
  readonly kindOther?: string | undefined;
  readonly matter?: string | undefined;
  readonly promisedOn?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
  readonly fulfilment?: string | undefined;
  readonly unperformed?: string | undefined;
  readonly liabilityPursued?: string | undefined;
  readonly confirmedOn?: LocalDate | undefined;
  readonly publicity?: UsageScope | undefined;
  readonly foundFalseOn?: LocalDate | undefined;
  readonly falseFinder?: string | undefined;
  readonly endedOn?: LocalDate | undefined;
  readonly endCause?: string | undefined;
}

/** 公示: a promise is public from the day on which it is made (domain section 10.4). */
const RULE = '经营主体信用承诺实施指南';
/** In no list of serious subjects, and named minor by no standard: what is left is general (信用修复管理办法, 2025; 发改办财金〔2019〕527号). */
const BREACH_SEVERITY = 'GENERAL';

/**
 * A commitment: what it says of its promiser and who may see it.
 *
 * - While it is being performed it is neutral, performed it is trustworthy conduct, and not performed or false it is dishonest.
 * - It is public from the day on which it is made, by the template's 公开类型; one that was withdrawn or refused until the day before.
 * - A breach has the term of a general dishonest act, from the day on which it was found, else published. Where neither is known it
 *   stays among departments. A false promise counts from the day on which it was found to be false.
 */
export function commitmentRules(values: CommitmentValues, setting: RuleSetting): RuleVerdict {
  const faults = commitmentFaults(values, setting);
  if (faults.length > 0) return { faults };
  return isBroken(values) ? breach(values, setting) : standing(values, setting);
}

/**
 * Tells whether a commitment was found to be broken or false.
 *
 * @param values - of the commitment
 */
export function isBroken({ fulfilment, foundFalseOn }: Pick<CommitmentValues, 'fulfilment' | 'foundFalseOn'>): boolean {
  return fulfilment === 'PARTIAL' || fulfilment === 'NONE' || foundFalseOn !== undefined;
}

function standing(values: CommitmentValues, { publishedOn }: RuleSetting): RuleVerdict {
  const { promisedOn, endedOn, fulfilment, publicity } = values;
  const window: PublicityDocument = {
    ...(promisedOn === undefined ? {} : { from: promisedOn }),
    ...(endedOn === undefined ? {} : { until: addDays(endedOn, -1), endedOn }),
    rule: RULE,
  };
  return {
    decidedOn: promisedOn,
    publishedOn,
    usageScope: publicity,
    ...(fulfilment === 'FULL' ? { polarity: 'POSITIVE' } : {}),
    publicity: window,
  };
}

function breach(values: CommitmentValues, { publishedOn }: RuleSetting): RuleVerdict {
  const { foundFalseOn, confirmedOn, publicity } = values;
  const found = foundFalseOn ?? confirmedOn;
  const start = found ?? publishedOn;
  const verdict = { decidedOn: found, publishedOn, polarity: 'NEGATIVE', severity: BREACH_SEVERITY } as const;
  const window = start === undefined ? undefined : publicityWindow(start, BREACH_SEVERITY);
  if (window === undefined || !('publicity' in window))
    return { ...verdict, usageScope: narrower(publicity), flags: ['WINDOW_UNKNOWN'] };
  return { ...verdict, usageScope: publicity, publicity: window.publicity };
}

function narrower(scope: UsageScope = 'PUBLIC'): UsageScope {
  return scope === 'PUBLIC' ? 'GOV_SHARED' : scope;
}
