import { compareCircumstances } from './compareCircumstances.ts';
import { compareCodes, type CodeVerdict } from './compareCodes.ts';
import { compareNames } from './compareNames.ts';
import type { MatchFeature, MatchScore } from './MatchFeature.ts';
import type { NameParts } from '../names/NameParts.ts';
import type { PreparedQuery } from './MatchQuery.ts';
import type { PreparedTarget } from './MatchTarget.ts';
import { MATCH_THRESHOLD } from './thresholds.ts';

/** A former name is as good as the present one, but the present one goes before. */
const FORMER = 0.97;
/**
 * Below the threshold scores are stretched upwards, the threshold staying where it is: the right enterprise seldom falls under
 * these powers' 0.5, even by one character less in a trade name of two, and a person sees it. Names that a machine read more so.
 */
const STRETCH = 0.5;
const STRETCH_OF_DAMAGED = 0.35;
/** What a score is where a code alone speaks. */
const BY_CODE = 0.95;
const BY_DAMAGED_CODE = 0.75;
/** Least scores of a candidate whose code agrees, however its name is written. */
const SAME_CODE = 0.9;
const DAMAGED_CODE = 0.7;
/** A name that has nothing in common makes a damaged code an accident. */
const STRANGER = 0.45;
/** A valid code of somebody else: the score stays below the threshold, whatever the name. */
const OTHER_CODE = 0.6;
/** What circumstances say where there is neither name nor code. */
const CIRCUMSTANCES_ONLY = 0.4;

/**
 * Tells how well a query fits an enterprise, and why.
 *
 * Each feature takes from the score what it weighs, as far as it differs; what is left below the threshold is stretched, and codes and
 * circumstances then move the score. Pure, and the same for the same two.
 *
 * @param query - from `prepareQuery`
 * @param target - from `prepareTarget`
 */
export function scoreMatch(query: PreparedQuery, target: PreparedTarget): MatchScore {
  const byName = bestName(query, target);
  const code = compareCodes(query.codes, target.target);
  const circumstances = compareCircumstances(query, target);
  const score = withCode(withCircumstances(byName?.score, circumstances), code);
  return {
    score: Math.round(score * 10_000) / 10_000,
    features: [...(code === undefined ? [] : [code.feature]), ...(byName?.features ?? []), ...circumstances],
  };
}

function bestName(query: PreparedQuery, target: PreparedTarget): MatchScore | undefined {
  const { name } = query;
  if (name === undefined) return undefined;
  let best: MatchScore | undefined;
  target.names.forEach((known, index) => {
    for (const reading of readingsOf(name, known)) {
      const features = compareNames(reading, known, target.divisions);
      const score = stretched(product(features), reading.isDamaged) * (index === 0 ? 1 : FORMER);
      if (best === undefined || score > best.score) best = { score, features };
    }
  });
  return best;
}

function stretched(score: number, isDamaged: boolean): number {
  if (score >= MATCH_THRESHOLD) return score;
  return MATCH_THRESHOLD * (score / MATCH_THRESHOLD) ** (isDamaged ? STRETCH_OF_DAMAGED : STRETCH);
}

/** A county without its ending may as well be the beginning of the trade name; both are tried where the divisions differ. */
function readingsOf(name: NameParts, known: NameParts): readonly NameParts[] {
  if (!name.isRegionDoubtful || name.region === known.region) return [name];
  return [name, { ...name, region: '', divisionCodes: [], trade: name.region + name.trade }];
}

function product(features: readonly MatchFeature[]): number {
  return features.reduce((score, { similarity, weight }) => score * (1 - weight * (1 - similarity)), 1);
}

/** What agrees closes part of the gap to 1, what differs takes a little. */
function withCircumstances(score: number | undefined, features: readonly MatchFeature[]): number | undefined {
  if (score === undefined) {
    return features.length === 0 ? undefined : CIRCUMSTANCES_ONLY * product(features);
  }
  return features.reduce((sum, { similarity, weight }) => {
    const turn = 2 * similarity - 1;
    return turn > 0 ? sum + (1 - sum) * weight * turn * sum : sum * (1 + (weight * turn) / 3);
  }, score);
}

function withCode(score: number | undefined, code: CodeVerdict | undefined): number {
  if (code === undefined || code.says === 'NOTHING') return score ?? 0;
  if (code.says === 'OTHER') return (score ?? 0) * OTHER_CODE;
  const isSame = code.says === 'SAME';
  if (score === undefined) return isSame ? BY_CODE : BY_DAMAGED_CODE;
  if (isSame) return SAME_CODE + (1 - SAME_CODE) * score;
  return score < STRANGER ? (score + DAMAGED_CODE) / 2 : DAMAGED_CODE + (1 - DAMAGED_CODE) * score;
}
