import { addMonths, type LocalDate } from '../values/localDate.ts';
import type { PublicityDocument, Severity } from '../data/FactDocument.ts';

/** Terms of publicity for one severity, in whole months; `null` means that it is not public at all. */
interface Terms {
  readonly minimum: number;
  readonly maximum: number;
}

/** A set of terms and the day from which decisions fall under it. */
interface Regime {
  readonly since: LocalDate;
  readonly rule: string;
  readonly terms: Readonly<Record<Severity, Terms | null>>;
}

/**
 * Publicity terms by the day of the decision, newest first.
 *
 * Order 36 (信用修复管理办法, 2025) with 国办发〔2025〕22号 art. 2; Order 58 (2023); the notice 发改办财金〔2019〕527号, also applied to
 * older decisions, which no earlier rule gave a term. A record stays under the regime that it began under.
 */
export const REGIMES: readonly Regime[] = [
  {
    since: '2026-04-01',
    rule: '信用修复管理办法（发展改革委令第36号）',
    terms: { MINOR: null, GENERAL: { minimum: 3, maximum: 12 }, SERIOUS: { minimum: 12, maximum: 36 } },
  },
  {
    since: '2023-05-01',
    rule: '失信行为纠正后的信用信息修复管理办法（试行）（第58号令）',
    terms: { MINOR: null, GENERAL: { minimum: 3, maximum: 36 }, SERIOUS: { minimum: 12, maximum: 36 } },
  },
  {
    since: '0001-01-01',
    rule: '发改办财金〔2019〕527号',
    terms: { MINOR: null, GENERAL: { minimum: 3, maximum: 12 }, SERIOUS: { minimum: 6, maximum: 36 } },
  },
];

/** A window, or the news that the fact is not for the public. */
export type WindowVerdict =
  { readonly publicity: PublicityDocument } | { readonly notPublic: true; readonly rule: string };

/**
 * Derives the publicity window of a negative fact.
 *
 * The clock starts on the day that fixed the fact; that day itself is not counted (Civil Code art. 201), and
 * a month without such a day ends on its last (art. 202).
 *
 * @param start - day of the decision, else of publication
 * @param severity - derived from the category by the department's rules
 */
export function publicityWindow(start: LocalDate, severity: Severity): WindowVerdict {
  const regime = REGIMES.find(({ since }) => since <= start);
  const terms = regime?.terms[severity];
  if (regime === undefined || terms === null || terms === undefined)
    return { notPublic: true, rule: regime?.rule ?? '' };
  return {
    publicity: {
      from: start,
      minimumUntil: addMonths(start, terms.minimum),
      until: addMonths(start, terms.maximum),
      rule: regime.rule,
    },
  };
}

/**
 * Gives the window of a list whose own rule sets the term, such as three years.
 *
 * @param start - day of listing
 * @param months - the term, null where the list has none
 * @param rule - the law that sets it
 * @param minimum - months before early removal may be asked for, where the rule knows one
 */
export function fixedWindow(
  start: LocalDate,
  months: number | null,
  rule: string,
  minimum?: number,
): PublicityDocument {
  return {
    from: start,
    ...(minimum === undefined ? {} : { minimumUntil: addMonths(start, minimum) }),
    ...(months === null ? {} : { until: addMonths(start, months) }),
    rule,
  };
}
