import type { NameParts } from '../names/NameParts.ts';
import type { PartCosts } from './costsOfParts.ts';
import type { MatchFeature } from './MatchFeature.ts';

/** How much of the score is lost for a division that is not the same, by what the two have to do with each other. */
const LEFT_OUT = 0.12;
/** The same for an enterprise that has no trade name beside it (临澧县耐火材料公司). */
const NEEDED = 0.5;
const DAMAGED = 0.4;
/** Nothing of the division is left in a name that a machine read. */
const DESTROYED = 0.36;
const WIDER_OR_NARROWER = 0.3;
const IN_PLACE_OF = 0.6;
const CONTRADICTED = 0.75;
/** Another division, but one whose name is part of the other's (宁县, 会宁县), as where a character was dropped. */
const CUT_SHORT = 0.45;

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
  if (query.region === '' && target.region === '') return undefined;
  const [similarity, weight] = likeness(query, target, costs, divisions);
  return { feature: 'REGION', similarity, weight, query: query.region, target: target.region };
}

type Likeness = readonly [similarity: number, weight: number];

function likeness(query: NameParts, target: NameParts, costs: PartCosts, divisions: readonly string[]): Likeness {
  if (bare(query) === bare(target)) return [1, CONTRADICTED];
  if (query.region === '') return unread(query, target, costs);
  if (target.region === '') return isCompatible(query.divisionCodes, divisions) ? [0.5, LEFT_OUT] : [0, CONTRADICTED];
  if (isCompatible(query.divisionCodes, target.divisionCodes)) {
    return isPartOfOther(query, target) ? [0.8, WIDER_OR_NARROWER] : [0.3, IN_PLACE_OF];
  }
  return [0, query.region.includes(target.region) || target.region.includes(query.region) ? CUT_SHORT : CONTRADICTED];
}

/** The query's division is left out, or can not be read. */
function unread(query: NameParts, target: NameParts, { kept, similarity }: PartCosts): Likeness {
  if (target.trade === '') return [similarity, kept === 0 ? NEEDED : CONTRADICTED];
  if (kept === 0) return [0, LEFT_OUT];
  return [similarity, query.isDamaged ? DESTROYED : DAMAGED];
}

/**
 * Tells whether the divisions in two names can be compared by themselves: both are read, and neither is the other one with more or
 * less of it written.
 *
 * @param query - the name that was asked for
 * @param target - the name of an enterprise
 */
export function areRegionsApart(query: NameParts, target: NameParts): boolean {
  if (query.region === '' || target.region === '') return false;
  return bare(query) === bare(target) || !isPartOfOther(query, target);
}

function isPartOfOther(query: NameParts, target: NameParts): boolean {
  const asked = bare(query);
  const known = bare(target);
  return asked.includes(known) || known.includes(asked);
}

function bare({ region }: NameParts): string {
  return region.replace(ENDINGS, '');
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
