import type { Alignment, Surplus } from '../likeness/alignText.ts';
import { ALIGNED_PARTS, partAt, type AlignedPart, type CanonicalName } from './canonicalName.ts';

/** What the alignment of two names says of one part of the target. */
export interface PartCosts {
  /** 0 to 1. */
  readonly similarity: number;
  /** How many of the part's characters the query has, unchanged or changed. */
  readonly kept: number;
}

/** What a character costs that was left out or added: as much as another one in its place would be too little for short trade names. */
const GAP = 1;
/** In a name that a machine read, other characters are as likely damage as the name of another enterprise. */
const OF_DAMAGED = 0.7;
/** Digits and letters that scanners put for strokes (11： for 业). */
const NOISE = 0.2;
/** The ending of a division is often left out. */
const ENDING = 0.15;
const ENDINGS = /[省市区县]/u;
const LATIN = /[0-9A-Z丨]/u;

/**
 * Shares out the costs of an alignment among the parts of the target.
 *
 * @param query - the name that was asked for
 * @param target - the name of an enterprise
 * @param alignment - of the one with the other
 * @param isDamaged - whether the query shows signs of having been read by a machine
 */
export function costsOfParts(
  query: CanonicalName,
  target: CanonicalName,
  alignment: Alignment,
  isDamaged: boolean,
): Readonly<Record<AlignedPart, PartCosts>> {
  const sums = { region: 0, trade: 0, industry: 0, form: 0 };
  const kept = { region: 0, trade: 0, industry: 0, form: 0 };
  alignment.targetCosts.forEach((cost, at) => {
    const part = partAt(target, at);
    const isKept = (alignment.places[at] ?? -1) >= 0;
    if (isKept) kept[part] += 1;
    const reckoned = isKept ? cost * (isDamaged ? OF_DAMAGED : 1) : GAP;
    sums[part] += part === 'region' && ENDINGS.test(target.text.charAt(at)) ? reckoned * ENDING : reckoned;
  });
  for (const surplus of alignment.surplus) {
    sums[partOfSurplus(query, target, surplus)] += surplusCost(query, target, surplus, isDamaged);
  }
  const lengths = { region: 0, trade: 0, industry: 0, form: 0 };
  for (const part of ALIGNED_PARTS) lengths[part] = Math.max(lengthOf(query, part), lengthOf(target, part), 1);
  return {
    region: { similarity: similarity(sums.region, lengths.region), kept: kept.region },
    trade: { similarity: similarity(sums.trade, lengths.trade), kept: kept.trade },
    industry: { similarity: similarity(sums.industry, lengths.industry), kept: kept.industry },
    form: { similarity: similarity(sums.form, lengths.form), kept: kept.form },
  };
}

function similarity(cost: number, length: number): number {
  return Math.max(0, 1 - cost / length);
}

function lengthOf(name: CanonicalName, part: AlignedPart): number {
  const before = ALIGNED_PARTS[ALIGNED_PARTS.indexOf(part) - 1];
  return name.ends[part] - (before === undefined ? 0 : name.ends[before]);
}

/** What is added to division or form by the query's own parts counts there; all else beside what it stands next to. */
function partOfSurplus(query: CanonicalName, target: CanonicalName, surplus: Surplus): AlignedPart {
  const own = partAt(query, surplus.at);
  if (own === 'region' || own === 'form') return own;
  const next = partAt(target, surplus.before);
  const previous = surplus.before === 0 ? next : partAt(target, surplus.before - 1);
  if (next === previous) return next;
  if (previous === 'region') return query.ends.region > 0 ? 'trade' : 'region';
  return previous;
}

function surplusCost(query: CanonicalName, target: CanonicalName, surplus: Surplus, isDamaged: boolean): number {
  const character = query.text.charAt(surplus.at);
  if (partAt(query, surplus.at) === 'region' && ENDINGS.test(character)) return GAP * ENDING;
  return isDamaged && LATIN.test(character) && !LATIN.test(target.text) ? NOISE : GAP;
}
