import fc from 'fast-check';
import { addDays, fromDayNumber, toDayNumber } from '../../../src/values/localDate.ts';
import {
  addWorkingDays,
  CALENDAR_YEARS,
  calendarCovers,
  isWorkingDay,
  workingDaysBetween,
} from '../../../src/values/workingDays.ts';
import { itWithFiles, rowsOf } from './realFiles.ts';

const day = fc.integer({ min: toDayNumber('1995-01-01'), max: toDayNumber('2035-12-31') }).map(fromDayNumber);

it.each([
  ['an ordinary Wednesday', '2026-06-03', true],
  ['an ordinary Saturday', '2026-06-06', false],
  ['a holiday on a weekday', '2025-10-01', false],
  ['a make-up Sunday', '2025-09-28', true],
  ['a make-up Saturday', '2025-10-11', true],
])('knows %s', (_what, date, expected) => {
  expect(isWorkingDay(date)).toBe(expected);
});

it('does not count the day of the event', () => {
  expect(addWorkingDays('2026-06-01', 1)).toBe('2026-06-02');
  expect(addWorkingDays('2026-06-05', 1)).toBe('2026-06-08');
});

it('passes over a long holiday after a decision on the Friday before it', () => {
  // 2024-09-30 is a working Monday, 1-7 October are off, Saturday 12 October is made up.
  expect(addWorkingDays('2024-09-27', 1)).toBe('2024-09-29');
  expect(addWorkingDays('2024-09-27', 3)).toBe('2024-10-08');
  expect(addWorkingDays('2024-09-27', 7)).toBe('2024-10-12');
  expect(addWorkingDays('2024-09-30', 1)).toBe('2024-10-08');
});

it('counts a make-up Saturday as the seventh working day', () => {
  expect(addWorkingDays('2025-09-30', 3)).toBe('2025-10-11');
});

it('starts from a day off as well', () => {
  expect(addWorkingDays('2025-10-03', 1)).toBe('2025-10-09');
  expect(addWorkingDays('2025-10-03', 0)).toBe('2025-10-03');
});

it('goes back in time', () => {
  expect(addWorkingDays('2025-10-09', -1)).toBe('2025-09-30');
});

it('knows only weekends outside the known calendar, and says so', () => {
  expect(CALENDAR_YEARS.first).toBe(2004);
  expect(CALENDAR_YEARS.last).toBeGreaterThanOrEqual(2026);
  const unknown = `${CALENDAR_YEARS.last + 1}-10-01`;
  expect(calendarCovers('2003-12-31')).toBe(false);
  expect(calendarCovers('2004-01-01')).toBe(true);
  expect(calendarCovers(`${CALENDAR_YEARS.last}-12-31`)).toBe(true);
  expect(calendarCovers(unknown)).toBe(false);
  expect(isWorkingDay('2003-10-01')).toBe(true);
  expect(isWorkingDay('2003-10-04')).toBe(false);
});

it('counts as a calendar does day by day, and ends on a working day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      const last = addWorkingDays(from, count);
      const length = toDayNumber(last) - toDayNumber(from);
      const days = Array.from({ length }, (_, index) => addDays(from, index + 1));
      expect(isWorkingDay(last)).toBe(true);
      expect(days.filter(isWorkingDay).length).toBe(count);
    }),
  );
});

itWithFiles(['cn_workday_calendar.csv.gz'], 'agrees with the calendar file on every day it knows', () => {
  const kinds = new Map(rowsOf('cn_workday_calendar.csv.gz').map((row) => [row['date'], row['kind']]));
  const first = toDayNumber('2004-01-01');
  const days = Array.from({ length: toDayNumber('2026-12-31') - first + 1 }, (_, index) =>
    fromDayNumber(first + index),
  );
  const expected = (date: string) => {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
    const kind = kinds.get(date);
    return kind === undefined ? weekday > 0 && weekday < 6 : kind === 'makeup_workday';
  };
  expect(kinds.size).toBe(769);
  expect(days.filter((date) => isWorkingDay(date) !== expected(date))).toEqual([]);
});

it('counts the working days between two days as it adds them', () => {
  expect(workingDaysBetween('2024-09-27', '2024-10-12')).toBe(7);
  expect(workingDaysBetween('2024-10-12', '2024-09-27')).toBe(0);
  expect(workingDaysBetween('2024-09-30', '2024-10-07')).toBe(0);
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 60 }), (from, count) => {
      expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count);
    }),
  );
});
