import { Chance } from '../../../src/sample/Chance.ts';

describe('random choices', () => {
  it('are the same for the same name and others for another', () => {
    const drawn = (name: string) =>
      Array.from(
        { length: 20 },
        (
          (chance) => () =>
            chance.int(0, 999)
        )(new Chance(name)),
      );
    expect(drawn('1/registry.changes/7')).toEqual(drawn('1/registry.changes/7'));
    expect(drawn('1/registry.changes/7')).not.toEqual(drawn('1/registry.changes/8'));
  });

  it('stay between their ends, which are possible', () => {
    const chance = new Chance('ends');
    const drawn = new Set(Array.from({ length: 500 }, () => chance.int(3, 6)));
    expect([...drawn].sort()).toEqual([3, 4, 5, 6]);
    const days = new Set(Array.from({ length: 500 }, () => chance.day('2024-02-28', '2024-03-01')));
    expect([...days].sort()).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  });

  it('give the first day where the ends are reversed', () => {
    expect(new Chance('reversed').day('2024-03-01', '2024-02-01')).toBe('2024-03-01');
  });

  it('follow their weights', () => {
    const chance = new Chance('weights');
    const drawn = Array.from({ length: 4_000 }, () => chance.weighted(['a', 'b'], (entry) => (entry === 'a' ? 3 : 1)));
    const share = drawn.filter((entry) => entry === 'a').length / drawn.length;
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.78);
  });

  it('count what happens 1.25 times on average once or twice', () => {
    const chance = new Chance('count');
    const counts = Array.from({ length: 4_000 }, () => chance.count(1.25));
    expect(new Set(counts)).toEqual(new Set([1, 2]));
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(1.25, 1);
  });

  it('can not choose from nothing', () => {
    expect(() => new Chance('nothing').pick([])).toThrow(RangeError);
  });
});
