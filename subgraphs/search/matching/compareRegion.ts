import type { NameParts } from '../names/NameParts.ts';
import type { PartCosts } from './costsOfParts.ts';
import type { MatchFeature } from './MatchFeature.ts';

/** How much of the score is lost for a division that is not the same, by what the two have to do with each other. */
const LEFT_OUT = 0.12;
const DAMAGED = 0.4;
const WIDER_OR_NARROWER = 0.3;
const IN_PLACE_OF = 0.55;
const CONTRADICTED = 0.75;

const ENDINGS = /[省市区县]/gu;

/**
 * Compares the divisions in two names, by their codes where both can be read and by their characters where they can not.
 *
 * @param query - the name that was asked for
 * @param target - the name of an enterprise
 * @param costs - what the characters of the target's division cost in the alignment
 * @param divisions - codes of the divisions where the target has its domicile or was registered
 * @returns `undefined` where neither name has a division
 */
export function compareRegion(
  query: NameParts,
  target: NameParts,
  costs: PartCosts,
  divisions: readonly string[],
): MatchFeature | undefined {
  const of = (similarity: number, weight: number): MatchFeature => ({
    feature: 'REGION',
    similarity,
    weight,
    query: query.region,
    target: target.region,
  });
  if (query.region === '' && target.region === '') return undefined;
  if (query.region === target.region) return of(1, CONTRADICTED);
  if (query.region === '') return costs.kept === 0 ? of(0, LEFT_OUT) : of(costs.similarity, DAMAGED);
  if (target.region === '')
    return isCompatible(query.divisionCodes, divisions) ? of(0.5, LEFT_OUT) : of(0, CONTRADICTED);
  return of(...bothNamed(query, target, costs));
}

function bothNamed(query: NameParts, target: NameParts, costs: PartCosts): [similarity: number, weight: number] {
  const asked = query.region.replace(ENDINGS, '');
  const known = target.region.replace(ENDINGS, '');
  if (asked === known) return [1, CONTRADICTED];
  if (isCompatible(query.divisionCodes, target.divisionCodes)) {
    return asked.includes(known) || known.includes(asked) ? [0.8, WIDER_OR_NARROWER] : [0.4, IN_PLACE_OF];
  }
  // A damaged character can make another division of one (江西, 辽西); it does so seldom.
  return [query.isDamaged ? costs.similarity / 2 : 0, CONTRADICTED];
}

/**
 * Tells whether one of some divisions lies in, holds or is one of others.
 *
 * @param codes - GB/T 2260, 2, 4 or 6 digits
 * @param others - the same
 */
export function isCompatible(codes: readonly string[], others: readonly string[]): boolean {
  return codes.some((code) => others.some((other) => code.startsWith(other) || other.startsWith(code)));
}
