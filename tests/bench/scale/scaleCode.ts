import { orgCodeBody, sampleUscc } from '../../../src/sample/sampleUscc.ts';
import type { Codes } from '../Codes.ts';

/** Organisation codes behind MA that there are. */
const CODES = 31 ** 6;
/** A prime that does not divide them: steps of it reach each code once, and neighbours lie far apart. */
const STEP = 15_485_863;

/**
 * The code of an invented enterprise: valid, and following from its number alone, so that nobody has to hold a million of them.
 *
 * @param index - from 0
 */
export function scaleCode(index: number): string {
  return sampleUscc('91', '350102', orgCodeBody((index * STEP) % CODES, true));
}

/**
 * The codes of the first so many invented enterprises.
 *
 * @param length - how many
 */
export function scaleCodes(length: number): Codes {
  return { length, at: scaleCode };
}
