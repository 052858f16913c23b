import { createRequire } from 'node:module';

let orders: Readonly<Record<string, string>> | undefined;

/**
 * Tells how alike two characters look, by the order of their strokes: the share of strokes that need not be changed.
 *
 * Characters made of the same parts share long runs of strokes (眼 and 限, 汉 and 汶), so that no table of mistakes is
 * needed. The orders are those of the package `cnchar-order` (MIT).
 *
 * @param left - one character
 * @param right - another
 * @returns 0 to 1; 0 where the strokes of either are not known
 */
export function strokeLikeness(left: string, right: string): number {
  const known = (orders ??= readOrders());
  const one = known[left];
  const other = known[right];
  if (one === undefined || other === undefined) return 0;
  if (one === other) return 1;
  return 1 - changedStrokes(one, other) / Math.max(one.length, other.length);
}

function readOrders(): Readonly<Record<string, string>> {
  const { dict } = createRequire(import.meta.url)('cnchar-order') as {
    readonly dict: { readonly orders: Readonly<Record<string, string>> };
  };
  return dict.orders;
}

/** For each stroke, which is a letter, the places at which a character has it, one bit each; all 0 between two reckonings. */
const places = new Int32Array(128);

/**
 * The distance of Levenshtein: a whole row of its table at once, as bits that say where it rises and falls from cell to cell (Myers 1999,
 * as Hyyrö 2003 writes it). The shorter order fits into the 32 bits of a number: only one character has more strokes.
 */
function changedStrokes(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  for (let at = 0; at < short.length; at += 1) markPlace(short.charCodeAt(at), 1 << at);
  const last = 1 << (short.length - 1);
  let changed = short.length;
  let rises = -1;
  let falls = 0;
  for (let at = 0; at < long.length; at += 1) {
    const same = places[long.charCodeAt(at)] ?? 0;
    const even = (((same & rises) + rises) ^ rises) | same | falls;
    const up = falls | ~(even | rises);
    const down = rises & even;
    if ((up & last) !== 0) changed += 1;
    if ((down & last) !== 0) changed -= 1;
    const shifted = (up << 1) | 1;
    rises = (down << 1) | ~(even | shifted);
    falls = shifted & even;
  }
  for (let at = 0; at < short.length; at += 1) places[short.charCodeAt(at)] = 0;
  return changed;
}

function markPlace(stroke: number, bit: number): void {
  places[stroke] = (places[stroke] ?? 0) | bit;
}
