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
  return 1 - changedStrokes(one, other) / Math.max(one.length, other.length);
}

function readOrders(): Readonly<Record<string, string>> {
  const { dict } = createRequire(import.meta.url)('cnchar-order') as {
    readonly dict: { readonly orders: Readonly<Record<string, string>> };
  };
  return dict.orders;
}

/** The distance of Levenshtein. */
function changedStrokes(one: string, other: string): number {
  let row = Uint8Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let index = 0; index < one.length; index += 1) {
    const next = new Uint8Array(other.length + 1);
    next[0] = index + 1;
    for (let at = 1; at <= other.length; at += 1) {
      const swap = (row[at - 1] ?? 0) + (one.charCodeAt(index) === other.charCodeAt(at - 1) ? 0 : 1);
      next[at] = Math.min(swap, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
