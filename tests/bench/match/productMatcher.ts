import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { prepareQuery } from '../../../subgraphs/search/matching/prepareQuery.ts';
import { prepareTarget } from '../../../subgraphs/search/matching/prepareTarget.ts';
import { scoreMatch } from '../../../subgraphs/search/matching/scoreMatch.ts';
import { CUT_OFF } from '../../../subgraphs/search/matching/thresholds.ts';
import type { Matcher } from './Matcher.ts';

/**
 * The product's scoring over candidates.
 *
 * @param title - what is printed
 * @param candidates - gives those that are scored
 */
export function productMatcher(title: string, candidates: (name: string) => Promise<readonly MatchTarget[]>): Matcher {
  return {
    title,
    isScored: true,
    match: async (name) => {
      const query = prepareQuery({ name });
      const scored = (await candidates(name)).map((target) => ({
        uscc: target.uscc,
        score: scoreMatch(query, prepareTarget(target)).score,
      }));
      return scored.filter(({ score }) => score >= CUT_OFF).toSorted((a, b) => b.score - a.score);
    },
  };
}
