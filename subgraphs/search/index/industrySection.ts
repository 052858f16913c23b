/** The last division (first two digits) of each section of GB/T 4754-2017, in order. */
const SECTIONS: readonly (readonly [section: string, last: number])[] = [
  ['A', 5],
  ['B', 12],
  ['C', 43],
  ['D', 46],
  ['E', 50],
  ['F', 52],
  ['G', 60],
  ['H', 62],
  ['I', 65],
  ['J', 69],
  ['K', 70],
  ['L', 72],
  ['M', 75],
  ['N', 79],
  ['O', 82],
  ['P', 83],
  ['Q', 85],
  ['R', 90],
  ['S', 96],
  ['T', 97],
];

/**
 * Gives the section that an industry belongs to (GB/T 4754-2017).
 *
 * @param digits - of its code, at least two
 * @returns a letter, or undefined where there is no such division
 */
export function industrySection(digits: string): string | undefined {
  const division = Number(digits.slice(0, 2));
  if (digits.length < 2 || !(division > 0)) return undefined;
  return SECTIONS.find(([, last]) => division <= last)?.[0];
}
