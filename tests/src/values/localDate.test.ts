import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  fromDayNumber,
  isLocalDate,
  parseLocalDate,
  toDayNumber,
  todayInShanghai,
} from '../../../src/values/localDate.ts';

const instant = (min: string, max: string) => fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true });
const day = fc.integer({ min: toDayNumber('1800-01-01'), max: toDayNumber('2300-12-31') }).map(fromDayNumber);

it.each([
  '2018-04-18',
  '2018/4/18',
  '2018/04/18',
  '2018.4.18',
  '20180418',
  '2018年4月18日',
  '2018年04月18日',
  '2018 年 4 月 18 日',
  '２０１８－０４－１８',
  ' 2018-4-18\t',
  '2018-04-18 00:00:00',
  '2018-04-18 23:59:59.999',
  '2018/4/18 9:05',
  '2018-04-18T10:30:00',
  '2018年4月18日 10时30分',
  '2018年4月18日10:30',
  '20180418103000',
  '2018-04-18T15:59:59Z',
  '2018-04-17T16:00:00.000Z',
  '2018-04-18T00:00:00+08:00',
  '2018-04-17T20:00:00-0500',
  '43208',
  '43208.75',
])('reads %j as 18 April 2018', (raw) => {
  expect(parseLocalDate(raw)).toBe('2018-04-18');
});

it.each([
  [43208, '2018-04-18'],
  [43208.999, '2018-04-18'],
  [20180418, '2018-04-18'],
  [new Date('2018-04-18T00:00:00Z'), '2018-04-18'],
  [new Date('2018-04-18T23:00:00Z'), '2018-04-18'],
  ['2099-12-31', '2099-12-31'],
  ['9999-12-31', '9999-12-31'],
])('reads the cell %p as %s', (cell, expected) => {
  expect(parseLocalDate(cell)).toBe(expected);
});

it.each([
  '',
  '长期',
  '2018-02-29',
  '2018-04-31',
  '2018-13-01',
  '2018-00-10',
  '2018-04-00',
  '2018年2月30日',
  '20180230',
  '18/4/18',
  '4/18/2018',
  '2018-04',
  '2018',
  '201804',
  '2018-4/18',
  '2018-04-18 25:00',
  '2018-04-18 at noon',
  '0001-01-01',
  '2018-04-18-19',
])('refuses %j', (raw) => {
  expect(parseLocalDate(raw)).toBeUndefined();
});

it.each([[2018], [0], [-43208], [Number.NaN], [4320800000], [new Date(Number.NaN)], [true], [null], [undefined], [{}]])(
  'refuses the cell %p',
  (cell) => {
    expect(parseLocalDate(cell)).toBeUndefined();
  },
);

it('knows the possible days exactly as the calendar does', () => {
  const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), part(13), part(32), (year, month, date) => {
      const text = `${year}-${month}-${date}`;
      expect(isLocalDate(text)).toBe(isPossible(text));
    }),
    { numRuns: 1000 },
  );
});

it('gives a day back as it was given, in any separator', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('/', '.', ''), (date, separator) => {
      expect(parseLocalDate(date)).toBe(date);
      expect(parseLocalDate(date.replaceAll('-', separator))).toBe(date);
    }),
  );
});

it('begins a day in Shanghai at 16:00 UTC', () => {
  expect(todayInShanghai(new Date('2026-05-31T15:59:59.999Z'))).toBe('2026-05-31');
  expect(todayInShanghai(new Date('2026-05-31T16:00:00.000Z'))).toBe('2026-06-01');
});

it('knows the day in Shanghai as the time-zone database does, summer time before 1992 included', () => {
  fc.assert(
    fc.property(fc.oneof(instant('1985-01-01', '1993-01-01'), instant('1950-01-01', '2100-01-01')), (now) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('Asia/Shanghai');
      expect(todayInShanghai(now)).toBe(zoned.toPlainDate().toString());
    }),
  );
});

it.each([
  ['2025-11-30', 3, '2026-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-03-31', 6, '2026-09-30'],
  ['2026-06-15', 36, '2029-06-15'],
  ['2026-03-31', -1, '2026-02-28'],
  ['9999-12-31', 3, '9999-12-31'],
])('adds to %s %d months', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

it('adds years and days', () => {
  expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
  expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
});

it('orders days by time', () => {
  expect(['2026-10-01', '2025-12-31', '2026-09-30'].sort(compareDates)).toEqual([
    '2025-12-31',
    '2026-09-30',
    '2026-10-01',
  ]);
  expect(compareDates('2026-10-01', '2026-10-01')).toBe(0);
});

it('counts days so that the count agrees with adding days', () => {
  expect(toDayNumber('1970-01-01')).toBe(0);
  fc.assert(
    fc.property(day, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
      expect(addDays(date, days)).toBe(fromDayNumber(toDayNumber(date) + days));
    }),
  );
});

function isPossible(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
