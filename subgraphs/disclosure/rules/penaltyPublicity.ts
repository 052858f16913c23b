import type { RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { PublicityDocument, Severity } from '../../../src/data/FactDocument.ts';
import { publicityWindow } from '../../../src/policy/publicityWindow.ts';
import { addMonths, type LocalDate } from '../../../src/values/localDate.ts';
import type { SupervisedField } from './supervisedFields.ts';

/** A minimum that is longer than the severity's own, for decisions from one day to before another. */
interface LongerMinimum {
  readonly since: LocalDate;
  readonly before: LocalDate;
  readonly fields: readonly SupervisedField[];
  readonly months: number;
  readonly rule: string;
}

/** Order 58: at least a year of publicity in five fields (domain section 10.3). Order 36 leaves such splits to the sectors. */
export const LONGER_MINIMUMS: readonly LongerMinimum[] = [
  {
    since: '2023-05-01',
    before: '2026-04-01',
    fields: ['FOOD', 'DRUG', 'SPECIAL_EQUIPMENT', 'WORK_SAFETY', 'FIRE'],
    months: 12,
    rule: '第58号令：食品、药品、特种设备、安全生产、消防领域最短公示期一年',
  },
];

/** What decides for how long a penalty is public. */
export interface PublicityGround {
  /** Day of the decision, else of publication. */
  readonly start: LocalDate | undefined;
  readonly severity: Severity | undefined;
  readonly fields: readonly SupervisedField[];
  /** Ends that the source names (公示截止期, 处罚有效期). */
  readonly givenEnds: readonly (LocalDate | undefined)[];
}

/**
 * Derives publicity and scope of a penalty.
 *
 * An end that the source names shortens the window to no less than the legal minimum and never lengthens it. What has
 * no day or no severity is shared among departments only until its department decides; a minor penalty stays so.
 *
 * @param ground - see {@link PublicityGround}
 */
export function penaltyPublicity({ start, severity, fields, givenEnds }: PublicityGround): RuleVerdict {
  if (start === undefined || severity === undefined) return { usageScope: 'GOV_SHARED', flags: ['WINDOW_UNKNOWN'] };
  const verdict = publicityWindow(start, severity);
  if ('notPublic' in verdict) return { usageScope: 'GOV_SHARED', publicity: { rule: verdict.rule } };
  return { publicity: shortened(withLongerMinimum(verdict.publicity, start, fields), givenEnds) };
}

function withLongerMinimum(
  publicity: PublicityDocument,
  start: LocalDate,
  fields: readonly SupervisedField[],
): PublicityDocument {
  const longer = LONGER_MINIMUMS.find(
    (minimum) =>
      minimum.since <= start && start < minimum.before && fields.some((field) => minimum.fields.includes(field)),
  );
  if (longer === undefined) return publicity;
  const minimumUntil = addMonths(start, longer.months);
  return (publicity.minimumUntil ?? '') >= minimumUntil ? publicity : { ...publicity, minimumUntil, rule: longer.rule };
}

function shortened(publicity: PublicityDocument, givenEnds: readonly (LocalDate | undefined)[]): PublicityDocument {
  const { minimumUntil = '', until } = publicity;
  const earliest = givenEnds.filter((end) => end !== undefined).sort()[0];
  if (earliest === undefined || until === undefined || earliest >= until) return publicity;
  return { ...publicity, until: earliest < minimumUntil ? minimumUntil : earliest };
}
