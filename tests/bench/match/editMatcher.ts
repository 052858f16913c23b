import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { editPattern, patternSimilarity } from './editSimilarity.ts';
import type { Found, Matcher } from './Matcher.ts';

const SHOWN = 5;

/**
 * The plain baseline: every name that there is, by edit similarity alone.
 *
 * @param targets - all names
 */
export function editMatcher(targets: readonly MatchTarget[]): Matcher {
  return {
    title: 'Plain edit similarity with every name of the index',
    isScored: true,
    match: (name) => {
      const pattern = editPattern(name);
      const best: Found[] = [];
      let least = -1;
      for (const { uscc, name: known } of targets) {
        const score = patternSimilarity(pattern, known);
        if (score <= least) continue;
        best.push({ uscc, score });
        best.sort((a, b) => b.score - a.score);
        best.length = Math.min(best.length, SHOWN);
        if (best.length === SHOWN) least = best.at(-1)?.score ?? -1;
      }
      return Promise.resolve(best);
    },
  };
}
