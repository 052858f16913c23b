import { createRequire } from 'node:module';
import { fromDayNumber, toDayNumber, type LocalDate } from './localDate.ts';

/** The package's data file: its functions read days in the machine's time zone, the file does not. */
const calendar = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  readonly holidays: Readonly<Record<LocalDate, string>>;
  readonly workdays: Readonly<Record<LocalDate, string>>;
};

/** One day that differs from its weekday: +1 for a make-up Saturday or Sunday, -1 for a holiday from Monday to Friday. */
interface Exception {
  readonly dayNumber: number;
  readonly change: 1 | -1;
}

const EXCEPTIONS: readonly Exception[] = [
  ...Object.keys(calendar.workdays).map((date) => ({ dayNumber: toDayNumber(date), change: 1 as const })),
  ...Object.keys(calendar.holidays).map((date) => ({ dayNumber: toDayNumber(date), change: -1 as const })),
]
  .filter(({ dayNumber, change }) => isWeekday(dayNumber) === change < 0)
  .sort((left, right) => left.dayNumber - right.dayNumber);

const CHANGES: ReadonlyMap<number, 1 | -1> = new Map(EXCEPTIONS.map(({ dayNumber, change }) => [dayNumber, change]));
/** Sum of the changes before each exception, and after the last. */
const SUMS = [0];
for (const { change } of EXCEPTIONS) SUMS.push((SUMS.at(-1) ?? 0) + change);

const YEARS = Object.keys(calendar.holidays)
  .map((date) => Number(date.slice(0, 4)))
  .sort((left, right) => left - right);

/** The years whose holidays are known, both ends included. */
export const CALENDAR_YEARS = { first: YEARS[0] ?? 0, last: YEARS.at(-1) ?? 0 } as const;

/**
 * Tells whether the holidays of a day's year are known. Where they are not, only weekends are days off, and a
 * deadline computed there may come out too early.
 *
 * @param date - a day
 */
export function calendarCovers(date: LocalDate): boolean {
  const year = Number(date.slice(0, 4));
  return year >= CALENDAR_YEARS.first && year <= CALENDAR_YEARS.last;
}

/**
 * Tells whether a day is a working day (工作日): Monday to Friday without statutory holidays, and make-up weekend days.
 *
 * @param date - a day
 */
export function isWorkingDay(date: LocalDate): boolean {
  return isWorking(toDayNumber(date));
}

/**
 * Gives the last day of a period of working days. The day that starts the period is not counted (民法典 art. 201),
 * so one working day after a Friday is the next Monday, or a make-up Saturday.
 *
 * @param date - the day of the event, whether a working day or not
 * @param count - how many working days, negative to go back; 0 gives the day itself
 */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let dayNumber = toDayNumber(date);
  for (let left = Math.abs(count); left > 0;) {
    dayNumber += step;
    if (isWorking(dayNumber)) left -= 1;
  }
  return fromDayNumber(dayNumber);
}

/**
 * Counts the working days after one day up to and including another: how long a period has run (民法典 art. 201).
 *
 * @param from - the day of the event, not counted
 * @param until - the last day, counted
 * @returns negative where `until` lies before `from`
 */
export function workingDaysBetween(from: LocalDate, until: LocalDate): number {
  return workingDaysUpTo(toDayNumber(until)) - workingDaysUpTo(toDayNumber(from));
}

function isWorking(dayNumber: number): boolean {
  const change = CHANGES.get(dayNumber);
  return change === undefined ? isWeekday(dayNumber) : change > 0;
}

/** Monday to Friday; 1970-01-05, day 4, was a Monday. */
function isWeekday(dayNumber: number): boolean {
  return mondayBased(dayNumber) < 5;
}

function mondayBased(dayNumber: number): number {
  return (((dayNumber - 4) % 7) + 7) % 7;
}

/** Working days up to and including a day, counted from a fixed Monday: only differences mean anything. */
function workingDaysUpTo(dayNumber: number): number {
  const weeks = Math.floor((dayNumber - 4) / 7);
  return weeks * 5 + Math.min(mondayBased(dayNumber) + 1, 5) + changesUpTo(dayNumber);
}

function changesUpTo(dayNumber: number): number {
  let low = 0;
  let high = EXCEPTIONS.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((EXCEPTIONS[middle]?.dayNumber ?? Infinity) <= dayNumber) low = middle + 1;
    else high = middle;
  }
  return SUMS[low] ?? 0;
}
