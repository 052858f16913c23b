import type { Spread } from './spread.ts';

/**
 * Writes a median with the lowest and highest figure.
 *
 * @param figures - of all rounds
 * @param digits - behind the point
 */
export function spread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`;
}
