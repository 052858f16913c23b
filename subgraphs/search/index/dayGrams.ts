/** How much of a day `YYYY-MM-DD` each level of pieces keeps: its century, decade, year, month, and the whole of it. */
const LEVELS = [2, 3, 4, 7, 10] as const;
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/**
 * Gives the pieces by which an enterprise is found by its day of establishment.
 *
 * @param day - `YYYY-MM-DD`
 */
export function dayGrams(day: string): readonly string[] {
  return LEVELS.map((length) => dayGram(day.slice(0, length)));
}

/**
 * Covers a range of days with pieces, the widest ones that lie in it whole: who has one of them was established in the range, and nobody
 * else.
 *
 * @param from - the first day; the first of all unless given
 * @param to - the last day; the last of all unless given
 * @returns pieces, none where the range is empty
 */
export function dayRangeGrams(from: string = FIRST_DAY, to: string = LAST_DAY): readonly string[] {
  return from > to ? [] : within('', 0, from, to).map(dayGram);
}

function within(begun: string, level: number, from: string, to: string): readonly string[] {
  const length = LEVELS[level] ?? begun.length;
  const parts = partsOf(begun, length);
  return parts.flatMap((part) => {
    const [first, last] = [firstOf(part), lastOf(part)];
    if (last < from || first > to) return [];
    // Every month may have 31 days here: a day that there is none of is in no posting.
    return first >= from && last <= to ? [part] : within(part, level + 1, from, to);
  });
}

function partsOf(begun: string, length: number): readonly string[] {
  const numbers = (first: number, last: number): readonly string[] =>
    Array.from({ length: last - first + 1 }, (_, at) => String(first + at).padStart(2, '0'));
  if (length === 2) return numbers(0, 99);
  if (length <= 4) return Array.from({ length: 10 }, (_, digit) => `${begun}${digit}`);
  return (length === 7 ? numbers(1, 12) : numbers(1, 31)).map((part) => `${begun}-${part}`);
}

function firstOf(part: string): string {
  return part + FIRST_DAY.slice(part.length);
}

function lastOf(part: string): string {
  return part + LAST_DAY.slice(part.length);
}

function dayGram(part: string): string {
  return `day:${part}`;
}
