import { tradeName } from '../../../src/sample/tradeName.ts';

describe('trade names', () => {
  it('differ for 250,000 enterprises, of which the first 3,600 have two signs', () => {
    const names = Array.from({ length: 250_000 }, (_, index) => tradeName(index, 42));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(names.slice(0, 3_600).map((name) => name.length))).toEqual(new Set([2]));
    expect(new Set(names.map((name) => name.length))).toEqual(new Set([2, 3, 4]));
  });

  it('are others with another shift, also a negative one', () => {
    expect(tradeName(5, 1)).not.toBe(tradeName(5, 2));
    expect(tradeName(5, -7)).toHaveLength(2);
  });
});
