import { Decimal128 } from 'mongodb';
import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { QualityFlag } from '../../../src/data/fields/Field.ts';
import { daysAhead, daysBefore, isReversed } from '../../../src/policy/dateOrder.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import { missingFault, partyFaults, type PartyPapers } from './checks.ts';
import { filledFields } from './filledFields.ts';
import type { PenaltyCategory } from './penaltyCategories.ts';
import { penaltyInText } from './penaltyInText.ts';
import { penaltyPublicity } from './penaltyPublicity.ts';
import { publicationClock } from './publicationClock.ts';
import { severityOf } from './severityOf.ts';
import { supervisedFields } from './supervisedFields.ts';

/** The values that the rules for penalties look at. */
export interface PenaltyValues extends PartyPapers {
  readonly content?: string | undefined;
  readonly basis?: string | undefined;
  readonly authority?: string | undefined;
  readonly categories?: readonly PenaltyCategory[] | undefined;
  readonly summaryProcedure?: boolean | undefined;
  readonly fine?: Decimal128 | undefined;
  readonly confiscated?: Decimal128 | undefined;
  readonly revokedCert?: string | undefined;
  readonly decidedOn?: LocalDate | undefined;
  readonly validUntil?: LocalDate | undefined;
  readonly publicUntil?: LocalDate | undefined;
}

/** Fields that the template asks of every penalty (domain section 10.2b). */
const ASKED = [
  'docNo',
  'violationKind',
  'violationFacts',
  'basis',
  'categories',
  'content',
  'decidedOn',
  'validUntil',
  'authority',
  'authorityUscc',
];

/**
 * 行政处罚: severity from the category, publicity from severity and day, the publication clock, and the template's checks.
 *
 * A penalty of a natural person is open to authorised queries only (domain section 16).
 *
 * @param given - the judged values
 * @param setting - the day, the party, and what the source never has
 */
export function penaltyRules(given: PenaltyValues, setting: RuleSetting): RuleVerdict {
  const { publishedOn, subject, neverHas, today } = setting;
  const faults = [
    ...daysAhead({ decidedOn: given.decidedOn, publishedOn }, today),
    ...daysBefore(given.decidedOn, ['处罚决定日期', 'the day of decision'], {
      validUntil: given.validUntil,
      publicUntil: given.publicUntil,
    }),
    ...partyFaults(subject, given, neverHas),
    ...(given.categories?.length === 0 ? [missingFault('categories', '处罚类别')] : []),
  ];
  if (faults.length > 0) return { faults };
  const derived = derivedValues(given);
  const values = { ...given, ...derived };
  const { decidedOn } = values;
  const fields = supervisedFields(values.authority, values.basis);
  const start = decidedOn ?? publishedOn;
  const severity = severityFrom(values, start);
  const publicity = penaltyPublicity({ start, severity, fields, givenEnds: [values.publicUntil, values.validUntil] });
  return {
    ...publicity,
    decidedOn,
    publishedOn,
    severity,
    ...(subject.category === 'NATURAL_PERSON' ? { usageScope: 'AUTHORISED_QUERY' as const } : {}),
    values: {
      ...derived,
      ...(decidedOn === undefined ? {} : publicationClock(decidedOn, fields)),
      ...filledFields([...ASKED, ...askedByCategory(values.categories)], values, subject),
    },
    flags: [...(publicity.flags ?? []), ...remarks(values, publishedOn)],
  };
}

/** What the text says, for a source without the columns; marked, so that nobody takes it for the source's own word. */
function derivedValues({
  categories,
  fine,
  content = '',
}: PenaltyValues): Pick<PenaltyValues, 'categories' | 'fine'> & { readonly isReadFromText?: true } {
  if (categories !== undefined) return {};
  const read = penaltyInText(content);
  if (read.categories.length === 0) return {};
  return {
    categories: read.categories,
    ...(fine === undefined && read.fine !== undefined ? { fine: Decimal128.fromString(read.fine) } : {}),
    isReadFromText: true,
  };
}

function severityFrom({ categories, fine, summaryProcedure }: PenaltyValues, start: LocalDate | undefined) {
  if (start === undefined) return undefined;
  return severityOf({ categories, fine: fine?.toString(), isSummary: summaryProcedure === true }, start);
}

/** The amount or paper that a category asks for. */
function askedByCategory(categories: readonly PenaltyCategory[] = []): readonly (keyof PenaltyValues)[] {
  const asks = (...kinds: PenaltyCategory[]) => kinds.some((kind) => categories.includes(kind));
  return [
    ...(asks('FINE') ? (['fine'] as const) : []),
    ...(asks('CONFISCATE_GAINS', 'CONFISCATE_PROPERTY') ? (['confiscated'] as const) : []),
    ...(asks('SUSPEND_LICENCE', 'REVOKE_LICENCE') ? (['revokedCert'] as const) : []),
  ];
}

function remarks(values: PenaltyValues, publishedOn: LocalDate | undefined): QualityFlag[] {
  const amounts = askedByCategory(values.categories).filter((field) => field !== 'revokedCert');
  return [
    ...(isReversed(values.decidedOn, publishedOn) ? (['DATE_ORDER'] as const) : []),
    ...(amounts.some((field) => values[field] === undefined) ? (['AMOUNT_MISSING'] as const) : []),
  ];
}
