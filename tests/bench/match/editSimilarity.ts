/** Bits of a number that are worked with at once. */
const WORD = 30;

/** A text made ready to be compared with many others. */
export interface EditPattern {
  readonly text: string;
  /** Places of each character, as bits. */
  readonly bits: ReadonlyMap<number, number>;
}

/**
 * Makes a text ready; only its first 30 characters are compared, so that each step is one operation on a word.
 *
 * @param text - any text
 */
export function editPattern(text: string): EditPattern {
  const kept = text.slice(0, WORD);
  const bits = new Map<number, number>();
  for (let at = 0; at < kept.length; at += 1) {
    bits.set(kept.charCodeAt(at), (bits.get(kept.charCodeAt(at)) ?? 0) | (1 << at));
  }
  return { text: kept, bits };
}

/**
 * Gives the plain edit similarity: 1 less the distance of Levenshtein by the length of the longer text (Myers 1999, bit-parallel).
 *
 * @param pattern - from {@link editPattern}
 * @param text - what it is compared with; only its first 30 characters count
 */
export function patternSimilarity({ text: left, bits }: EditPattern, text: string): number {
  const length = Math.min(text.length, WORD);
  const longest = Math.max(left.length, length);
  if (left.length === 0 || length === 0) return longest === 0 ? 1 : 0;
  const last = 1 << (left.length - 1);
  let distance = left.length;
  let up = (1 << left.length) - 1;
  let down = 0;
  for (let at = 0; at < length; at += 1) {
    const equal = bits.get(text.charCodeAt(at)) ?? 0;
    const vertical = equal | down;
    const horizontal = (((equal & up) + up) ^ up) | equal;
    let rise = down | ~(horizontal | up);
    let fall = up & horizontal;
    if ((rise & last) !== 0) distance += 1;
    if ((fall & last) !== 0) distance -= 1;
    rise = (rise << 1) | 1;
    fall <<= 1;
    up = fall | ~(vertical | rise);
    down = rise & vertical;
  }
  return 1 - distance / longest;
}

/**
 * Gives the plain edit similarity of two texts of any length.
 *
 * @param left - one text
 * @param right - another
 */
export function editSimilarity(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1];
    for (let index = 1; index <= right.length; index += 1) {
      const swap = (row[index - 1] ?? 0) + (left.charAt(at) === right.charAt(index - 1) ? 0 : 1);
      next.push(Math.min(swap, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row[right.length] ?? 0) / Math.max(left.length, right.length, 1);
}
