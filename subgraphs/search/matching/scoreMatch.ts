import type { MatchScore } from './MatchFeature.ts';
import type { PreparedQuery } from './MatchQuery.ts';
import type { PreparedTarget } from './MatchTarget.ts';

/**
 * Tells how well a query fits an enterprise, and why.
 *
 * @param query - from `prepareQuery`
 * @param target - from `prepareTarget`
 */
export function scoreMatch(query: PreparedQuery, target: PreparedTarget): MatchScore {
  const asked = query.name?.folded ?? '';
  const known = target.names[0]?.folded ?? '';
  const similarity = bigramLikeness(asked, known);
  const code = query.codes.some((given) => given === target.target.uscc) ? 1 : 0;
  return {
    score: Math.max(similarity, code),
    features: [{ feature: 'WHOLE_NAME', similarity, weight: 1, query: asked, target: known }],
  };
}

function bigramLikeness(left: string, right: string): number {
  const pairs = new Set(bigrams(left));
  const others = bigrams(right);
  const common = others.filter((pair) => pairs.has(pair)).length;
  return pairs.size + others.length === 0 ? 0 : (2 * common) / (pairs.size + others.length);
}

function bigrams(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, index) => text.slice(index, index + 2));
}
