import { createRequire } from 'node:module';
import { fromDayNumber, toDayNumber, type LocalDate } from './localDate.ts';

/** The package's data file: its functions read days in the machine's time zone, the file does not. */
const calendar = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as {
  readonly holidays: Readonly<Record<LocalDate, string>>;
  readonly workdays: Readonly<Record<LocalDate, string>>;
};

/** Days that differ from their weekday: a make-up Saturday or Sunday is worked, a holiday from Monday to Friday is not. */
const IS_WORKED: ReadonlyMap<number, boolean> = new Map([
  ...Object.keys(calendar.workdays).map((date) => [toDayNumber(date), true] as const),
  ...Object.keys(calendar.holidays).map((date) => [toDayNumber(date), false] as const),
]);

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
 * Counts the working days after a day, up to and including another.
 *
 * @param from - not counted itself
 * @param to - the last day; 0 where it does not lie behind `from`
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  const last = toDayNumber(to);
  let count = 0;
  for (let dayNumber = toDayNumber(from) + 1; dayNumber <= last; dayNumber += 1) if (isWorking(dayNumber)) count += 1;
  return count;
}

function isWorking(dayNumber: number): boolean {
  return IS_WORKED.get(dayNumber) ?? isWeekday(dayNumber);
}

/** Monday to Friday; 1970-01-05, day 4, was a Monday. */
function isWeekday(dayNumber: number): boolean {
  return (((dayNumber - 4) % 7) + 7) % 7 < 5;
}
