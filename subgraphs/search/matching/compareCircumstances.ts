import { isCompatible } from './compareRegion.ts';
import type { MatchFeature } from './MatchFeature.ts';
import type { PreparedQuery } from './MatchQuery.ts';
import type { PreparedTarget } from './MatchTarget.ts';

/** Weak evidence: how far each can move a score. */
const DATE = 0.25;
const ADDRESS = 0.15;
const DISTRICT = 0.15;

/**
 * Compares what is known of an enterprise beside its name and codes: the day of its founding, its district, its address.
 *
 * @param query - from `prepareQuery`
 * @param target - from `prepareTarget`
 * @returns a feature for each that both sides know
 */
export function compareCircumstances(query: PreparedQuery, target: PreparedTarget): MatchFeature[] {
  const features: MatchFeature[] = [];
  if (query.districts.length > 0) features.push(districtFeature(query, target));
  const { establishedOn = '' } = target.target;
  if (query.establishedOn !== undefined && establishedOn !== '') {
    const similarity = dayLikeness(query.establishedOn, establishedOn);
    features.push({
      ...{ feature: 'FOUNDING_DATE', similarity, weight: DATE },
      ...{ query: query.establishedOn, target: establishedOn },
    });
  }
  if (query.address !== '' && target.address !== '') {
    const similarity = sharedPairs(query.address, target.address);
    features.push({ feature: 'ADDRESS', similarity, weight: ADDRESS, query: query.address, target: target.address });
  }
  return features;
}

function districtFeature(query: PreparedQuery, target: PreparedTarget): MatchFeature {
  const similarity = isCompatible(query.districts, target.divisions) ? 1 : 0;
  return {
    ...{ feature: 'REGION', similarity, weight: DISTRICT },
    ...{ query: query.district, target: target.divisions[0] ?? '' },
  };
}

/** The same day, or the same year or the same day of another year, as slips of the pen leave it. */
function dayLikeness(left: string, right: string): number {
  if (left === right) return 1;
  return left.slice(0, 7) === right.slice(0, 7) ? 0.7 : left.slice(0, 4) === right.slice(0, 4) ? 0.4 : 0;
}

/** The share of the shorter text's pairs of characters that the longer one has. */
function sharedPairs(left: string, right: string): number {
  const [shorter, longer] = left.length < right.length ? [left, right] : [right, left];
  const pairs = shorter.length - 1;
  if (pairs < 1) return longer.includes(shorter) ? 1 : 0;
  let shared = 0;
  for (let at = 0; at < pairs; at += 1) if (longer.includes(shorter.slice(at, at + 2))) shared += 1;
  return shared / pairs;
}
