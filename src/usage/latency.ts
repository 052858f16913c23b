/** Each bucket ends a tenth above the one before it, so a percentile is told to within 10 %. */
const GROWTH = 1.1;
/** What is faster is counted in the first bucket, in milliseconds. */
const LEAST_MS = 0.1;
/** Ten minutes; what is slower is counted in the last one. */
const MOST = Math.ceil(Math.log(600_000 / LEAST_MS) / Math.log(GROWTH));

/** How many calls fell into each bucket, by its number. */
export type Histogram = Readonly<Record<string, number>>;

/**
 * The number of the bucket of a duration.
 *
 * @param ms - in milliseconds
 */
export function bucketOf(ms: number): number {
  if (ms <= LEAST_MS) return 0;
  return Math.min(Math.ceil(Math.log(ms / LEAST_MS) / Math.log(GROWTH)), MOST);
}

/**
 * The time within which a share of all calls was answered.
 *
 * @param histogram - of the calls
 * @param share - such as 0.99
 * @returns in milliseconds; null where there were no calls
 */
export function percentile(histogram: Histogram, share: number): number | null {
  const counts = Object.entries(histogram)
    .map(([bucket, count]) => [Number(bucket), count] as const)
    .toSorted(([one], [other]) => one - other);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [bucket, count] of counts) {
    seen += count;
    if (seen >= total * share) return Math.round(LEAST_MS * GROWTH ** bucket * 100) / 100;
  }
  return null;
}
