import { characterCost } from '../../../../subgraphs/search/likeness/characterCost.ts';

const cost = (left: string, right: string): number => characterCost(left.charCodeAt(0), right.charCodeAt(0));

describe('characterCost', () => {
  it.each([
    ['the same', '福', '福', 0, 0],
    ['sound alike', '源', '原', 0.3, 0.4],
    ['nearly sound alike', '森', '生', 0.5, 0.7],
    ['look alike', '昊', '吴', 0.3, 0.6],
    ['look alike', '汉', '汶', 0.5, 0.9],
    ['share a part', '限', '眼', 0.5, 0.9],
    ['have nothing in common', '福', '机', 1, 1],
    ['are different numbers', '一', '二', 1.5, 1.5],
    ['are different numbers', '1', '2', 1.5, 1.5],
    ['are a letter and the digit it looks like', 'O', '0', 0.3, 0.5],
  ])('reckons characters that %s: %s and %s', (_, left, right, least, most) => {
    expect(cost(left, right)).toBeGreaterThanOrEqual(least);
    expect(cost(left, right)).toBeLessThanOrEqual(most);
    expect(cost(right, left)).toBe(cost(left, right));
  });
});
