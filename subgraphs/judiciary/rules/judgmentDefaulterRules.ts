import type { RuleSetting, RuleVerdict } from '../../../src/data/FactCollection.ts';
import type { PublicityDocument } from '../../../src/data/FactDocument.ts';
import type { FieldFault } from '../../../src/data/judgeFact.ts';
import { daysAhead, daysBefore } from '../../../src/policy/dateOrder.ts';
import { fixedWindow } from '../../../src/policy/publicityWindow.ts';
import { addDays, addYears, type LocalDate } from '../../../src/values/localDate.ts';
import { addWorkingDays } from '../../../src/values/workingDays.ts';
import { caseKey } from './caseKey.ts';
import { afterGrace, graceFaults } from './gracePeriod.ts';
import { isNaturalPerson, PERSON_SCOPE, personFaults, type PersonalDetails } from './naturalPerson.ts';

/** The values of a listing that its rules look at. */
export interface DefaulterValues extends PersonalDetails {
  readonly caseNo?: string | undefined;
  /** Items 1-6 of art. 1, as the collection codes them. */
  readonly conduct?: readonly string[] | undefined;
  readonly performance?: string | undefined;
  readonly filedOn?: LocalDate | undefined;
  readonly listedOn?: LocalDate | undefined;
  readonly extensionMonths?: number | undefined;
  readonly gracePeriodUntil?: LocalDate | undefined;
  readonly performedOn?: LocalDate | undefined;
  readonly deletedOn?: LocalDate | undefined;
}

const RULE = '最高人民法院关于公布失信被执行人名单信息的若干规定（法释〔2017〕7号）';
/** Art. 1 item 1: the only conduct whose listing has no fixed term. */
const REFUSES_THOUGH_ABLE = 'REFUSES_THOUGH_ABLE';
/** Art. 2: two years, extended by one to three. */
const TERM_MONTHS = 24;
const EXTENSION = { least: 12, most: 36 } as const;
/** Art. 10: within three working days. */
const DELETION_WORKING_DAYS = 3;
/**
 * Negative facts about a natural person are kept for five years from the end of the conduct and then deleted (征信业管理条例 art. 16;
 * domain section 17 row 15). A refusal that goes on has no end yet, so the five years count from its finding, as 浙江省公共信用信息管理条例
 * art. 16 counts them: no person is listed without an end. A court that finds the refusal anew lists it anew.
 */
const PERSON_YEARS = 5;
const PERSON_RULE = `${RULE}；征信业管理条例第十六条：五年`;
/** Art. 4. */
const ADULT_AGE = 18;

/**
 * 失信被执行人: when a listing is public, by 法释〔2017〕7号.
 *
 * - The decision takes effect when it is made (art. 5); where its day is not known, the day of publication starts the clock.
 * - Items 2-6: two years, extended by one to three (art. 2). Item 1, alone or with others: no fixed term.
 * - Performance ends it within three working days (art. 10); for a fixed term the court decides on earlier deletion
 *   (art. 2 para. 2, art. 10 para. 2), and this platform stops showing what has been performed (domain section 6.1).
 * - A natural person's listing ends after five years, whatever its conduct (征信业管理条例 art. 16).
 * - It is a 严重失信主体名单, hence SERIOUS (国办发〔2020〕49号; domain section 10.5).
 */
export function judgmentDefaulterRules(values: DefaulterValues, setting: RuleSetting): RuleVerdict {
  const faults = defaulterFaults(values, setting);
  if (faults.length > 0) return { faults };
  const start = values.listedOn ?? setting.publishedOn;
  const isPerson = isNaturalPerson(setting.subject, values);
  const isWindowKnown = start !== undefined && knowsTerm(values) && knowsEnd(values);
  return {
    decidedOn: values.listedOn,
    publishedOn: setting.publishedOn,
    severity: 'SERIOUS',
    publicity: listingWindow(values, start, isPerson),
    usageScope: isPerson ? PERSON_SCOPE : isWindowKnown ? 'PUBLIC' : 'GOV_SHARED',
    values: values.caseNo === undefined ? {} : { caseKey: caseKey(values.caseNo) },
    flags: isWindowKnown ? [] : ['WINDOW_UNKNOWN'],
  };
}

function listingWindow(values: DefaulterValues, start: LocalDate | undefined, isPerson: boolean): PublicityDocument {
  const { performedOn, deletedOn, gracePeriodUntil } = values;
  const from = afterGrace(start, gracePeriodUntil);
  const { until: term, rule = RULE } = start === undefined ? {} : listingTerm(values, start, isPerson);
  const performed = performedOn === undefined ? undefined : addWorkingDays(performedOn, DELETION_WORKING_DAYS);
  const deleted = deletedOn === undefined ? undefined : addDays(deletedOn, -1);
  const [until] = [term, performed, deleted].filter((day) => day !== undefined).sort();
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    rule,
    ...(deletedOn === undefined ? {} : { endedOn: deletedOn, endReason: 'REMOVED_FROM_LIST' }),
  };
}

/** The fixed term; where there is none, a natural person's five years. The longest fixed term is no longer than they are. */
function listingTerm(values: DefaulterValues, start: LocalDate, isPerson: boolean): PublicityDocument {
  const months = termMonths(values);
  return months === null && isPerson
    ? { until: addYears(start, PERSON_YEARS), rule: PERSON_RULE }
    : fixedWindow(start, months, RULE);
}

function knowsTerm({ conduct = [] }: DefaulterValues): boolean {
  return conduct.length > 0;
}

/** Where all has been performed on a day that nobody names, the last public day may be over. */
function knowsEnd({ performance, performedOn, deletedOn }: DefaulterValues): boolean {
  return performance !== 'FULLY_PERFORMED' || performedOn !== undefined || deletedOn !== undefined;
}

/** Months on the list; null without a fixed term, or where the conduct does not tell. */
function termMonths({ conduct = [], extensionMonths = 0 }: DefaulterValues): number | null {
  return conduct.length === 0 || conduct.includes(REFUSES_THOUGH_ABLE) ? null : TERM_MONTHS + extensionMonths;
}

function defaulterFaults(values: DefaulterValues, { subject, publishedOn, today }: RuleSetting): readonly FieldFault[] {
  const { filedOn, listedOn, performedOn, deletedOn, gracePeriodUntil } = values;
  return [
    ...personFaults(subject, values),
    ...ageFaults(values),
    ...extensionFaults(values),
    ...daysAhead({ filedOn, listedOn, publishedOn }, today),
    ...daysBefore(listedOn, ['纳入决定日期', 'the day of listing'], { publishedOn, performedOn, deletedOn }),
    ...graceFaults(listedOn, gracePeriodUntil),
  ];
}

/** Art. 4: a minor must not be listed. */
function ageFaults({ age }: DefaulterValues): readonly FieldFault[] {
  if (age === undefined || age >= ADULT_AGE) return [];
  return [
    { field: 'age', fault: { code: 'NUMBER_INVALID', expected: '未成年人不得列入名单 / a minor must not be listed' } },
  ];
}

/** Art. 2: an extension lasts one to three years, and there must be a term to extend. */
function extensionFaults(values: DefaulterValues): readonly FieldFault[] {
  const { extensionMonths, conduct = [] } = values;
  if (extensionMonths === undefined) return [];
  const hasTerm = !conduct.includes(REFUSES_THOUGH_ABLE);
  if (hasTerm && extensionMonths >= EXTENSION.least && extensionMonths <= EXTENSION.most) return [];
  const expected = '延长 12 至 36 个月，限第二至六项情形 / 12 to 36 months, for items 2 to 6 only';
  return [{ field: 'extensionMonths', fault: { code: 'NUMBER_INVALID', expected } }];
}
