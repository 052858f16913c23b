import { levelAt, remainingOf, resetSeconds, secondsUntilRoom } from '../../../../gateway/limits/budget/leakyBucket.ts';

const BUDGET = { capacity: 100, leakPerSecond: 10 };

describe('a leaky bucket', () => {
  it('is empty before anything was poured in', () => {
    expect(levelAt(undefined, 10, 5_000)).toBe(0);
  });

  it('does not fill by itself when a clock goes back', () => {
    expect(levelAt({ level: 50, at: 5_000 }, 10, 4_000)).toBe(50);
  });

  for (const [level, remaining, reset] of [
    [0, 100, 0],
    [0.4, 99, 1],
    [99.5, 0, 10],
    [150, 0, 15],
  ] as const) {
    it(`leaves ${remaining} of 100 at ${level}, all of it in ${reset} s`, () => {
      expect([remainingOf(BUDGET, level), resetSeconds(BUDGET, level)]).toEqual([remaining, reset]);
    });
  }

  for (const [level, cost, seconds] of [
    [100, 1, 1],
    [100, 10, 1],
    [100, 11, 2],
    [100, 100, 10],
    [150, 100, 15],
  ] as const) {
    it(`has room for ${cost} at ${level} in ${seconds} s`, () => {
      expect(secondsUntilRoom(BUDGET, level, cost)).toBe(seconds);
    });
  }
});
