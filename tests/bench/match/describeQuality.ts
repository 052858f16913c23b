import type { Matcher } from './Matcher.ts';
import type { Quality } from './measureQuality.ts';

/** The head of the table of one matcher. */
export const QUALITY_HEAD =
  'names                     asked  recall@1  recall@5   matched  precision  false matches  per second';

/**
 * Writes what a matcher made of one kind of names as a row under {@link QUALITY_HEAD}; shares are percentages.
 *
 * @param kind - of names
 * @param quality - what was measured
 * @param matcher - one whose scores mean nothing has no column that depends on a threshold
 */
export function describeQuality(kind: string, quality: Quality, { isScored }: Matcher): string {
  const share = (value: number, width: number, isShown = true): string =>
    (isShown && !Number.isNaN(value) ? (value * 100).toFixed(1) : '–').padStart(width);
  return [
    kind.padEnd(24) + String(quality.asked).padStart(7),
    share(quality.recallAt1, 8, quality.isThere),
    share(quality.recallAt5, 8, quality.isThere),
    share(quality.matched, 8, isScored && quality.isThere),
    share(quality.precision, 9, isScored && quality.isThere),
    share(quality.falseMatches, 13, isScored),
    quality.perSecond.toFixed(0).padStart(10),
  ].join('  ');
}
