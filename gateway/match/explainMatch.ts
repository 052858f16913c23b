import type { EnumWords } from '../report/enumWords.ts';
import type { Candidate, CandidateFeature } from './askMatches.ts';

/** Other candidates are named where they come so near. */
const NEAR = 0.05;

/**
 * Says in one cell why a candidate has its score: each feature with its likeness, and what was compared where it differs.
 *
 * @param candidates - of one record, best first
 * @param words - Chinese terms of enums
 */
export function explainMatch([best, second]: readonly Candidate[], words: EnumWords): string {
  if (best === undefined) return '没有得分足够的候选主体';
  const features = (best.features ?? []).filter(({ weight }) => weight > 0).map((feature) => explain(feature, words));
  const isNear = second !== undefined && best.score - second.score < NEAR;
  const other = isNear ? [`另有相近候选 ${second.uscc} ${second.name ?? ''} ${second.score.toFixed(2)}`] : [];
  return [...features, ...other].join('；');
}

function explain({ feature, similarity, query, target }: CandidateFeature, words: EnumWords): string {
  const said = `${words('MatchFeatureName', feature)} ${similarity.toFixed(2)}`;
  return similarity < 1 ? `${said}（${query ?? '-'} → ${target ?? '-'}）` : said;
}
