/** A point of a measurement that is repeated over time. */
export interface Sample {
  /** Since the start. */
  readonly minutes: number;
  readonly value: number;
}

/**
 * How much a figure grows in a minute, by least squares.
 *
 * @param samples - two at least
 */
export function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minutes, value] = [mean((sample) => sample.minutes), mean((sample) => sample.value)];
  const together = mean((sample) => (sample.minutes - minutes) * (sample.value - value));
  return together / mean((sample) => (sample.minutes - minutes) ** 2);
}

/**
 * The median of the second half as a multiple of that of the first: 1 is flat.
 *
 * @param samples - two at least
 */
export function growth(samples: readonly Sample[]): number {
  const middle = Math.floor(samples.length / 2);
  return median(samples.slice(middle)) / median(samples.slice(0, middle));
}

function median(samples: readonly Sample[]): number {
  const sorted = samples.map(({ value }) => value).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}
