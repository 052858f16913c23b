import { alignText } from '../likeness/alignText.ts';
import { BRANCH_WORDS } from '../names/legalForms.ts';
import type { NameParts } from '../names/NameParts.ts';
import { ordinalsOf } from '../names/ordinalsOf.ts';
import { takeRegion } from '../names/takeRegion.ts';
import { isCompatible } from './compareRegion.ts';
import type { PartCosts } from './costsOfParts.ts';
import type { MatchFeature } from './MatchFeature.ts';

/** A branch is not its parent, and not another branch. */
const OTHER_BRANCH = 0.9;
const BRANCH_OR_PARENT = 0.6;
/** A character or two behind the form of a damaged name are no branch. */
const REMNANT = 0.08;
/** From this likeness on the branch is found in a name whose parent's form can not be read. */
const FOUND = 0.5;
/** How much a word such as 分公司 tells, beside the place or the name of a branch. */
const OF_KIND = 0.2;
const KIND_CHARACTER = /[分支公司行部店厂所站社局处第]/u;
const OTHER_ONE = 0.1;

/**
 * Compares what two names say behind the legal form.
 *
 * @param query - the name that was asked for
 * @param target - the name of an enterprise
 * @param costs - what the characters of the target's branch cost, where the query's own could not be told
 * @returns `undefined` where neither names a branch
 */
export function compareBranch(query: NameParts, target: NameParts, costs: PartCosts): MatchFeature | undefined {
  const { branch: asked } = query;
  const { branch: known } = target;
  if (asked === '' && known === '') return undefined;
  const [similarity, weight] =
    asked === known ? [1, OTHER_BRANCH] : asked === '' || known === '' ? oneOnly(asked, costs) : both(query, target);
  return { feature: 'BRANCH', similarity, weight, query: asked, target: known };
}

type Likeness = readonly [similarity: number, weight: number];

function oneOnly(asked: string, costs: PartCosts): Likeness {
  if (asked !== '') return [0, asked.length <= 2 && asked.search(BRANCH_WORDS) < 0 ? REMNANT : BRANCH_OR_PARENT];
  return costs.similarity >= FOUND ? [costs.similarity, OTHER_BRANCH] : [0, BRANCH_OR_PARENT];
}

function both(query: NameParts, target: NameParts): Likeness {
  const likeness = ownLikeness(query.branch, target.branch);
  const areOthers = !query.isDamaged && ordinalsOf(query.branch) !== ordinalsOf(target.branch);
  return [areOthers ? Math.min(likeness, OTHER_ONE) : likeness, OTHER_BRANCH];
}

/** The place and the name of the branch; places that lie apart are apart, however alike they are written. */
function ownLikeness(asked: string, known: string): number {
  const place = takeRegion(asked);
  const other = takeRegion(known);
  const shared = place.text === other.text ? place.text.length : 0;
  const likeness = alike(asked.slice(shared), known.slice(shared), shared > 0 ? 1 : 0);
  const areApart = place.text !== '' && other.text !== '' && !isCompatible(place.codes, other.codes);
  return areApart ? likeness * OTHER_ONE : likeness;
}

/** Words that say of what kind a branch is count little, and so do the single characters of such words; what agreed before counts as well. */
function alike(asked: string, known: string, agreed: number): number {
  if (asked === known) return 1;
  const { targetCosts, places, surplus } = alignText(asked, known);
  const weights = ownWeights(known);
  let cost = 0;
  let weight = agreed;
  weights.forEach((one, at) => {
    weight += one;
    cost += one * ((places[at] ?? -1) < 0 ? 1 : (targetCosts[at] ?? 0));
  });
  const surplusWeights = ownWeights(asked);
  for (const { at } of surplus) {
    const one = KIND_CHARACTER.test(asked.charAt(at)) ? OF_KIND : (surplusWeights[at] ?? 1);
    weight += one;
    cost += one;
  }
  return Math.max(0, 1 - cost / weight);
}

function ownWeights(branch: string): readonly number[] {
  const weights = Array.from({ length: branch.length }, () => 1);
  for (const { 0: word, index } of branch.matchAll(BRANCH_WORDS)) weights.fill(OF_KIND, index, index + word.length);
  return weights;
}
