import type { SampleDistrict } from '../../../src/sample/districts.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';

/**
 * Names the court of a district; marked, so that no real court is said to have decided anything.
 *
 * @param district - of the enterprise
 */
export function courtOf({ place }: SampleDistrict): string {
  return `${place}人民法院（示例）`;
}

/**
 * Numbers a case. The court's sign is 示 and a district, which no court has.
 *
 * @param district - of the court
 * @param day - gives the year
 * @param kind - such as 执 or 民初
 * @param index - of the enterprise
 * @param at - tells its cases apart, from 0 to 9
 */
export function caseNumber({ code }: SampleDistrict, day: LocalDate, kind: string, index: number, at: number): string {
  return `（${day.slice(0, 4)}）示${code.slice(2)}${kind}${(index + 1) * 10 + at}号`;
}
