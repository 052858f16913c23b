import { bucketOf, percentile } from '../../../src/usage/latency.ts';

describe('response times', () => {
  it.each([0.05, 0.1, 1, 12.5, 480, 59_000])('of %s ms are told to within a tenth', (ms) => {
    const told = percentile({ [bucketOf(ms)]: 1 }, 0.5) ?? 0;
    expect(told).toBeGreaterThanOrEqual(Math.min(ms, 0.1));
    expect(told).toBeLessThanOrEqual(Math.max(ms, 0.1) * 1.1 + 0.01);
  });

  it('are told by the share of calls that were as fast', () => {
    const histogram = { [bucketOf(1)]: 98, [bucketOf(100)]: 1, [bucketOf(1_000)]: 1 };
    expect(percentile(histogram, 0.5)).toBeLessThan(1.2);
    expect(percentile(histogram, 0.99)).toBeGreaterThanOrEqual(100);
    expect(percentile(histogram, 0.99)).toBeLessThan(111);
    expect(percentile(histogram, 1)).toBeGreaterThanOrEqual(1_000);
    expect(percentile({}, 0.5)).toBeNull();
  });

  it('beyond all measure do not make more buckets', () => {
    expect(bucketOf(1e12)).toBe(bucketOf(600_000));
  });
});
