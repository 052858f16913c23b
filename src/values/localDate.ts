import { Temporal } from 'temporal-polyfill';

/**
 * A day in Asia/Shanghai without time, written `YYYY-MM-DD`.
 *
 * It is plain text, so that it is stored, compared and sent as it is: text order is time order. Only the functions of
 * this file, and the `LocalDate` scalar, turn foreign values into one.
 */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const SHANGHAI_MS = 8 * 3_600_000;
/** From here on Asia/Shanghai is UTC+8 without summer time, which ended in September 1991. */
const FIXED_OFFSET_SINCE = Date.UTC(1992, 0, 1);

const ISO = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const SEPARATED = /^(?<year>[1-9]\d{3})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?:[Tt\s]\s*(?<time>\S.*))?$/;
const CHINESE = /^(?<year>[1-9]\d{3})\s?年\s?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?[日号](?:\s*(?<time>\S.*))?$/;
const COMPACT = /^(?<year>[1-9]\d{3})(?<month>\d{2})(?<day>\d{2})(?<time>\d{6})?$/;
const TIME =
  /^(?<hour>[01]?\d|2[0-3])[:时]?(?<minute>[0-5]\d)(?:[:分]?[0-5]\d(?:[.,]\d+)?)?[分秒]?\s*(?<zone>Z|(?<sign>[+-])(?<zoneHour>0\d|1[0-4]):?(?<zoneMinute>[0-5]\d))?$/i;
/** Days that a spreadsheet may count from 1899-12-30: 1927 to 2099. Years and compact dates lie outside. */
const SERIAL_RANGE = { first: 10_000, last: 73_050 } as const;
const SERIAL = /^[1-7]\d{4}(?:\.\d+)?$/;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30) / DAY_MS;

/**
 * Tells whether text is a possible day in canonical form.
 *
 * @param text - any text
 */
export function isLocalDate(text: string): boolean {
  return (
    text.length === 10 &&
    ISO.test(text) &&
    isPossible(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
  );
}

/**
 * Reads a day in the forms that real files use.
 *
 * `2018-04-18`, `2018/4/18`, `2018.4.18`, `20180418`, `2018年4月18日`, each also with a time; with a time zone, the day
 * is the one in Asia/Shanghai. A number is a spreadsheet's serial day (1900 system), a `Date` a spreadsheet's date cell: its
 * day in UTC. Two-digit years and impossible days are refused.
 *
 * @param raw - text, number or `Date`
 * @returns `undefined` where the value is no possible day
 */
export function parseLocalDate(raw: unknown): LocalDate | undefined {
  if (typeof raw === 'string') return isLocalDate(raw) ? raw : fromText(raw.normalize('NFKC').trim());
  if (typeof raw === 'number') return fromNumber(raw);
  return raw instanceof Date ? writtenDay(raw.getUTCFullYear(), raw.getUTCMonth() + 1, raw.getUTCDate()) : undefined;
}

/**
 * Gives the day that it is in Asia/Shanghai.
 *
 * @param now - an instant
 */
export function todayInShanghai(now: Date): LocalDate {
  const instant = now.getTime();
  if (instant >= FIXED_OFFSET_SINCE) return new Date(instant + SHANGHAI_MS).toISOString().slice(0, 10);
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Asia/Shanghai');
  return zoned.toPlainDate().toString();
}

/**
 * Adds calendar months; a month without such a day gives its last day (民法典 art. 202).
 *
 * @param date - a day
 * @param months - how many, negative to go back
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return printed(Temporal.PlainDate.from(date).add({ months }));
}

/**
 * Adds years; 29 February gives 28 February in a common year.
 *
 * @param date - a day
 * @param years - how many, negative to go back
 */
export function addYears(date: LocalDate, years: number): LocalDate {
  return printed(Temporal.PlainDate.from(date).add({ years }));
}

/**
 * Adds calendar days.
 *
 * @param date - a day
 * @param days - how many, negative to go back
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  return printed(Temporal.PlainDate.from(date).add({ days }));
}

/**
 * Orders two days, as `Array.sort` asks for.
 *
 * @param left - a day
 * @param right - another
 */
export function compareDates(left: LocalDate, right: LocalDate): -1 | 0 | 1 {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * Counts a day from 1970-01-01, for arithmetic in bulk.
 *
 * @param date - a day in canonical form
 */
export function toDayNumber(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

/**
 * Gives the day of a count from 1970-01-01.
 *
 * @param dayNumber - as `toDayNumber` counts
 */
export function fromDayNumber(dayNumber: number): LocalDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

function fromText(text: string): LocalDate | undefined {
  const parts = (SEPARATED.exec(text) ?? CHINESE.exec(text) ?? COMPACT.exec(text))?.groups;
  if (parts === undefined) return SERIAL.test(text) ? fromNumber(Number(text)) : undefined;
  const date = writtenDay(Number(parts['year']), Number(parts['month']), Number(parts['day']));
  return date === undefined || parts['time'] === undefined ? date : atTime(date, parts['time']);
}

/** The day in Asia/Shanghai of a written time; the day itself where no zone is written. */
function atTime(date: LocalDate, time: string): LocalDate | undefined {
  const parts = TIME.exec(time)?.groups;
  if (parts === undefined) return undefined;
  const { hour, minute, zone, sign, zoneHour = 0, zoneMinute = 0 } = parts;
  if (zone === undefined) return date;
  const ahead = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1);
  const minutes = Number(hour) * 60 + Number(minute) - ahead;
  return todayInShanghai(new Date(toDayNumber(date) * DAY_MS + minutes * 60_000));
}

function fromNumber(value: number): LocalDate | undefined {
  if (value >= SERIAL_RANGE.first && value <= SERIAL_RANGE.last) return fromDayNumber(SERIAL_EPOCH + Math.floor(value));
  return Number.isSafeInteger(value) && value > SERIAL_RANGE.last ? fromText(String(value)) : undefined;
}

/** Four-digit years only, so that text order stays time order: what lies behind them is as good as never. */
function printed(date: Temporal.PlainDate): LocalDate {
  return date.year > 9999 ? '9999-12-31' : date.toString();
}

function writtenDay(year: number, month: number, day: number): LocalDate | undefined {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(written) ? written : undefined;
}

function isPossible(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
