import type { Found, Matcher } from './Matcher.ts';

/** A name that is asked, and the enterprise that is meant; nothing where none should be found. */
export interface Asked {
  readonly name: string;
  readonly uscc: string | undefined;
}

/** What a matcher made of some names. */
export interface Quality {
  readonly asked: number;
  /** Whether the enterprises that are meant are in the index. */
  readonly isThere: boolean;
  /** Shares of the asked. */
  readonly recallAt1: number;
  readonly recallAt5: number;
  /** Share that was found first and with a score at or above the threshold. */
  readonly matched: number;
  /** Of the first candidates at or above the threshold, the share that are right; NaN where there are none. */
  readonly precision: number;
  /** Share of which the first candidate was at or above the threshold and wrong. */
  readonly falseMatches: number;
  readonly perSecond: number;
}

/**
 * Asks a matcher some names.
 *
 * @param matcher - what is measured
 * @param asked - names
 * @param threshold - from which score on a candidate counts as a match
 */
export async function measureQuality(matcher: Matcher, asked: readonly Asked[], threshold: number): Promise<Quality> {
  const sums = { first: 0, five: 0, matched: 0, wrong: 0 };
  const started = performance.now();
  for (const { name, uscc } of asked) {
    const found = await matcher.match(name);
    const [best] = found;
    if (best !== undefined && best.uscc === uscc) sums.first += 1;
    if (found.slice(0, 5).some((candidate) => candidate.uscc === uscc)) sums.five += 1;
    if (isMatch(best, threshold)) sums[best?.uscc === uscc ? 'matched' : 'wrong'] += 1;
  }
  const seconds = (performance.now() - started) / 1000;
  const share = (count: number): number => count / asked.length;
  return {
    asked: asked.length,
    isThere: asked.some(({ uscc }) => uscc !== undefined),
    recallAt1: share(sums.first),
    recallAt5: share(sums.five),
    matched: share(sums.matched),
    precision: sums.matched / (sums.matched + sums.wrong),
    falseMatches: share(sums.wrong),
    perSecond: asked.length / seconds,
  };
}

function isMatch(best: Found | undefined, threshold: number): boolean {
  return best !== undefined && best.score >= threshold;
}
