import { alignText } from '../likeness/alignText.ts';
import type { NameParts } from '../names/NameParts.ts';
import { ordinalsOf } from '../names/ordinalsOf.ts';
import { canonicalName } from './canonicalName.ts';
import { compareBranch } from './compareBranch.ts';
import { areRegionsApart, compareRegion } from './compareRegion.ts';
import { costsOfParts, type PartCosts } from './costsOfParts.ts';
import type { MatchFeature } from './MatchFeature.ts';

/** How much of the score is lost where a part has nothing in common. */
const TRADE = 1;
const INDUSTRY = 0.7;
const FORM = 0.35;
/** The same for parts that the query leaves out, as people do who type a name. */
const NO_INDUSTRY = 0.3;
const NO_FORM = 0.05;
/** A damaged form tells of the damage, and little of the enterprise. */
const DAMAGED_FORM = 0.08;
/** What is left of the likeness of two names of which one says 第一 and the other 第二. */
const OTHER_NUMBER = 0.3;

/**
 * Compares two names part by part.
 *
 * The name of the target is whole, so that its parts are known; the name of the query is laid against it character by
 * character, and each part bears what its own characters cost. In that way a damaged name need not be taken apart.
 *
 * @param query - the name that was asked for
 * @param target - the name of an enterprise
 * @param divisions - codes of the divisions where the target has its domicile or was registered
 * @returns one feature for each part that either of the names has
 */
export function compareNames(
  query: NameParts,
  target: NameParts,
  divisions: readonly string[],
): readonly MatchFeature[] {
  const without = {
    region: areRegionsApart(query, target),
    branch: query.branch !== '' && target.branch !== '',
  };
  const asked = canonicalName(query, without);
  const known = canonicalName(target, without);
  const alignment = alignText(asked.text, known.text, asked.ends.form, known.ends.form);
  const costs = costsOfParts(asked, known, alignment, query.isDamaged);
  const features = [
    compareRegion(query, target, costs.region, divisions),
    compareTrade(query, target, costs.trade),
    compareIndustry(query, target, costs.industry),
    compareForm(query, target, costs.form),
    compareBranch(query, target, costs.branch),
  ];
  return features.filter((feature) => feature !== undefined);
}

function compareTrade(query: NameParts, target: NameParts, costs: PartCosts): MatchFeature | undefined {
  if (query.trade === '' && target.trade === '') return undefined;
  const areOthers = !query.isDamaged && ordinalsOf(query.trade) !== ordinalsOf(target.trade);
  const similarity = costs.similarity * (areOthers ? OTHER_NUMBER : 1);
  return { feature: 'TRADE_NAME', similarity, weight: TRADE, query: query.trade, target: target.trade };
}

function compareIndustry(query: NameParts, target: NameParts, costs: PartCosts): MatchFeature | undefined {
  if (query.industry === '' && target.industry === '') return undefined;
  // Without a trade name the industry is all that there is to tell enterprises apart.
  const weight = target.trade.length < 2 ? TRADE : isLeftOut(query.industry, costs) ? NO_INDUSTRY : INDUSTRY;
  return {
    ...{ feature: 'INDUSTRY', similarity: costs.similarity, weight },
    ...{ query: query.industry, target: target.industry },
  };
}

function compareForm(query: NameParts, target: NameParts, costs: PartCosts): MatchFeature | undefined {
  if (query.form === '' && target.form === '') return undefined;
  const weight = isLeftOut(query.form, costs) ? NO_FORM : query.isDamaged ? DAMAGED_FORM : FORM;
  return { feature: 'LEGAL_FORM', similarity: costs.similarity, weight, query: query.form, target: target.form };
}

/** Whether the query says nothing of this part, and not even a damaged piece of it is found elsewhere. */
function isLeftOut(queryPart: string, costs: PartCosts): boolean {
  return queryPart === '' && costs.kept === 0;
}
