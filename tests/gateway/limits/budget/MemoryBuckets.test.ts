import { MemoryBuckets } from '../../../../gateway/limits/budget/MemoryBuckets.ts';

const BUDGET = { capacity: 100, leakPerSecond: 10 };

describe('buckets in memory', () => {
  let now = 0;
  let buckets: MemoryBuckets;

  beforeEach(() => {
    now = 1_000;
    buckets = new MemoryBuckets(() => now, 3);
  });

  it('admit what there is room for, to the last bit', () => {
    expect(buckets.charge('a', BUDGET, 60)).toMatchObject({ isAdmitted: true, level: 60 });
    expect(buckets.charge('a', BUDGET, 40)).toMatchObject({ isAdmitted: true, level: 100 });
    expect(buckets.charge('a', BUDGET, 1)).toMatchObject({ isAdmitted: false, level: 100 });
  });

  it('take nothing for what they refuse', () => {
    buckets.charge('a', BUDGET, 90);
    buckets.charge('a', BUDGET, 20);
    expect(buckets.charge('a', BUDGET, 10).isAdmitted).toBe(true);
  });

  it('leak, but never below empty', () => {
    buckets.charge('a', BUDGET, 60);
    now += 2_500;
    expect(buckets.charge('a', BUDGET, 0).level).toBe(35);
    now += 60_000;
    expect(buckets.charge('a', BUDGET, 0).level).toBe(0);
  });

  it('keep callers apart', () => {
    buckets.charge('a', BUDGET, 100);
    expect(buckets.charge('b', BUDGET, 100).isAdmitted).toBe(true);
  });

  it('give back what an operation did not cost', () => {
    const charge = buckets.charge('a', BUDGET, 100);
    now += 1_000;
    charge.settle(-80);
    expect(buckets.charge('a', BUDGET, 0).level).toBe(10);
  });

  it('take more where an operation cost more than was expected, even beyond the capacity', () => {
    buckets.charge('a', BUDGET, 90).settle(60);
    expect(buckets.charge('a', BUDGET, 1)).toMatchObject({ isAdmitted: false, level: 150 });
    now += 5_100;
    expect(buckets.charge('a', BUDGET, 1).isAdmitted).toBe(true);
  });

  it('forget whom they have not heard of for longest', () => {
    for (const key of ['a', 'b', 'c', 'd']) buckets.charge(key, BUDGET, 100);
    expect(buckets.size).toBe(3);
    expect(buckets.charge('a', BUDGET, 100).isAdmitted).toBe(true);
    expect(buckets.charge('d', BUDGET, 100).isAdmitted).toBe(false);
  });

  it('hold nothing for callers whose bucket is empty', () => {
    buckets.charge('a', BUDGET, 5).settle(-5);
    buckets.charge('b', BUDGET, 0);
    expect(buckets.size).toBe(0);
  });
});
