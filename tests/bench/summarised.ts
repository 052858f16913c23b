/** What came of a load. */
export interface LoadResult {
  /** Requests that were begun: the last ones are not waited for, but cost processor time. */
  readonly begun: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Bytes of an answer on average. */
  readonly bytes: number;
}

/**
 * Sums a load up.
 *
 * @param begun - requests that were begun
 * @param latencies - of every request that was answered, in milliseconds
 * @param seconds - how long the load took
 * @param bytes - of all answers
 */
export function summarised(begun: number, latencies: readonly number[], seconds: number, bytes: number): LoadResult {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return {
    begun,
    requestsPerSecond: sorted.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    bytes: bytes / Math.max(1, sorted.length),
  };
}
