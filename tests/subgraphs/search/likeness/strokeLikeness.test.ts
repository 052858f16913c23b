import { createRequire } from 'node:module';
import fc from 'fast-check';
import { strokeLikeness } from '../../../../subgraphs/search/likeness/strokeLikeness.ts';

const { dict } = createRequire(import.meta.url)('cnchar-order') as {
  readonly dict: { readonly orders: Readonly<Record<string, string>> };
};
const orders = new Map(Object.entries(dict.orders));
const character = fc.constantFrom(...orders.keys());

/** The share of strokes that need not be changed, by the table of Levenshtein as textbooks fill it. */
function byTable(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [index, stroke] of Array.from(one).entries()) {
    const next = [index + 1];
    for (const [at, against] of Array.from(other).entries()) {
      const swapped = (row[at] ?? 0) + (stroke === against ? 0 : 1);
      next.push(Math.min(swapped, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return 1 - (row.at(-1) ?? 0) / Math.max(one.length, other.length);
}

describe('strokeLikeness', () => {
  it('is the share of strokes that need not be changed, of any two characters', () => {
    fc.assert(
      fc.property(character, character, (one, other) => {
        expect(strokeLikeness(one, other)).toBe(byTable(orders.get(one) ?? '', orders.get(other) ?? ''));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is reckoned for characters of more strokes than a number has bits', () => {
    const [most = ''] = [...orders.keys()].filter((each) => (orders.get(each) ?? '').length > 32);
    const many = [...orders].filter(([, strokes]) => strokes.length > 24);
    expect(many.length).toBeGreaterThan(3);
    for (const [each, strokes] of many)
      expect(strokeLikeness(most, each)).toBe(byTable(orders.get(most) ?? '', strokes));
  });

  it('is nothing where the strokes of a character are not known', () => {
    expect([strokeLikeness('福', 'A'), strokeLikeness('\u{20000}', '福')]).toEqual([0, 0]);
  });
});
