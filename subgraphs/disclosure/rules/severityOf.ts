import { Decimal } from 'decimal.js';
import type { Severity } from '../../../src/data/FactDocument.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import type { PenaltyCategory } from './penaltyCategories.ts';

/** What decides how grave a penalty is. */
export interface PenaltyMeasure {
  readonly categories: readonly PenaltyCategory[] | undefined;
  /** In yuan; undefined where it is not known. */
  readonly fine: string | undefined;
  /** Whether it was imposed by summary procedure. */
  readonly isSummary: boolean;
}

/** A split of the categories and the day from which decisions fall under it. */
interface SeverityRule {
  readonly since: LocalDate;
  readonly source: string;
  readonly minor: readonly PenaltyCategory[];
  readonly serious: readonly PenaltyCategory[];
  /** Yuan from which a fine is very large. No rule names a figure: a parameter, not confirmed. */
  readonly veryLargeFine: string;
}

const MINOR = ['WARNING', 'CRITICISM'] as const;
const SERIOUS = ['REVOKE_LICENCE', 'RESTRICT_BUSINESS', 'SUSPEND_BUSINESS', 'CLOSE', 'RESTRICT_PROFESSION'] as const;

/** The general split (domain section 10.3), newest first. Earlier rules have no list of their own: the same split is applied to them. */
export const SEVERITY_RULES: readonly SeverityRule[] = [
  {
    since: '2026-04-01',
    source: '信用修复管理办法（发展改革委令第36号）；国办发〔2025〕22号',
    minor: MINOR,
    serious: SERIOUS,
    veryLargeFine: '1000000.00',
  },
  {
    since: '0001-01-01',
    source: '发展改革委令第58号、发改办财金〔2019〕527号，分类比照国办发〔2025〕22号',
    minor: MINOR,
    serious: SERIOUS,
    veryLargeFine: '1000000.00',
  },
];

/** What summary procedure can impose at all (行政处罚法 art. 51); with anything else beside it the mark is an error. */
const SUMMARY: readonly PenaltyCategory[] = ['WARNING', 'CRITICISM', 'FINE'];

/**
 * Derives how grave a penalty is: of several kinds the gravest counts. A fine of unknown amount counts as GENERAL,
 * the least that its category proves.
 *
 * @param measure - categories, fine, procedure
 * @param on - day of the decision, else of publication
 * @returns undefined where no category says anything
 */
export function severityOf({ categories, fine, isSummary }: PenaltyMeasure, on: LocalDate): Severity | undefined {
  const rule = SEVERITY_RULES.find(({ since }) => since <= on);
  if (rule === undefined) return undefined;
  if (isSummary && (categories ?? []).every((category) => SUMMARY.includes(category))) return 'MINOR';
  if (categories === undefined || categories.length === 0) return undefined;
  if (categories.some((category) => rule.serious.includes(category)) || isVeryLarge(fine, rule)) return 'SERIOUS';
  return categories.every((category) => rule.minor.includes(category)) ? 'MINOR' : 'GENERAL';
}

function isVeryLarge(fine: string | undefined, { veryLargeFine }: SeverityRule): boolean {
  return fine !== undefined && new Decimal(fine).gte(veryLargeFine);
}
