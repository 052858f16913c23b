import type { Alignment, Surplus } from '../likeness/alignText.ts';
import { ALIGNED_PARTS, partAt, type AlignedPart, type CanonicalName } from './canonicalName.ts';

/** What the alignment of two names says of one part of the target. */
export interface PartCosts {
  /** 0 to 1. */
  readonly similarity: number;
  /** How many of the part's characters the query has, unchanged or changed. */
  readonly kept: number;
}

/** What a character costs that was left out or added: as much as another one in its place, whatever the alignment reckoned with. */
const GAP = 1;
/** In a trade name even more: enterprises of one place are often told apart by a character more. */
const TRADE_GAP = 1.15;
/** In a name that a machine read, other characters are as likely damage as the name of another enterprise. */
const OF_DAMAGED = 0.7;
/** Digits and letters that scanners put for strokes (11： for 业). */
const NOISE = 0.2;
/** The ending of a division is often left out. */
const ENDING = 0.15;
const ENDINGS = /[省市区县]/u;
/** A character that is typed twice. */
const DOUBLED = 0.4;
const LATIN = /[0-9A-Z丨]/u;
/** A trade name is told by its first characters: what follows is often an uncommon word for the industry. */
const TRADE_WEIGHTS = [1.3, 1.3, 1, 0.8, 0.6] as const;
const LATER = 0.5;

/** Weights and costs of one part, added up. */
interface Sum {
  cost: number;
  weight: number;
  kept: number;
}

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
  const sums: Record<AlignedPart, Sum> = {
    region: none(),
    trade: none(),
    industry: none(),
    form: none(),
    branch: none(),
  };
  const { targetCosts, places, surplus } = alignment;
  targetCosts.forEach((cost, at) => {
    const part = partAt(target, at);
    const place = places[at] ?? -1;
    const weight = weightAt(target, part, at);
    const reckoned = place < 0 ? gapIn(part) : cost * (isDamaged ? OF_DAMAGED : 1);
    add(sums[part], weight, reckoned, place >= 0);
    // Characters of the query's own trade name that fell upon the target's division are no part of a division.
    if (part === 'region' && place >= query.ends.region && query.ends.region > 0) add(sums.trade, 1, reckoned, false);
  });
  for (const one of surplus) {
    const part = partOfSurplus(query, target, one);
    add(
      sums[part],
      weightAt(target, part, one.before),
      surplusCost(query, target, one, isDamaged) * gapIn(part),
      false,
    );
  }
  const [region, trade, industry, form, branch] = ALIGNED_PARTS.map((part) => costsOf(sums[part]));
  const nothing = { similarity: 1, kept: 0 };
  return {
    ...{ region: region ?? nothing, trade: trade ?? nothing, industry: industry ?? nothing },
    ...{ form: form ?? nothing, branch: branch ?? nothing },
  };
}

function gapIn(part: AlignedPart): number {
  return part === 'trade' ? TRADE_GAP : GAP;
}

function none(): Sum {
  return { cost: 0, weight: 0, kept: 0 };
}

function add(sum: Sum, weight: number, cost: number, isKept: boolean): void {
  sum.cost += weight * cost;
  sum.weight += weight;
  if (isKept) sum.kept += 1;
}

function costsOf({ cost, weight, kept }: Sum): PartCosts {
  return { similarity: weight === 0 ? 1 : Math.max(0, 1 - cost / weight), kept };
}

function weightAt(target: CanonicalName, part: AlignedPart, at: number): number {
  if (part === 'trade') return TRADE_WEIGHTS[Math.max(0, at - target.ends.region)] ?? LATER;
  return part === 'region' && ENDINGS.test(target.text.charAt(at)) ? ENDING : 1;
}

/** What is added counts in the part that the query itself has it in, where that could be told; else beside what it stands next to. */
function partOfSurplus(query: CanonicalName, target: CanonicalName, surplus: Surplus): AlignedPart {
  const own = partAt(query, surplus.at);
  if (own === 'region' || own === 'branch' || own === 'form') return own;
  if (partAt(target, surplus.before) === 'region') return query.ends.region > 0 ? 'trade' : 'region';
  const previous = partAt(target, Math.max(0, surplus.before - 1));
  return previous === 'region' ? 'trade' : previous;
}

/** As a share of a gap. */
function surplusCost(query: CanonicalName, target: CanonicalName, surplus: Surplus, isDamaged: boolean): number {
  const character = query.text.charAt(surplus.at);
  if (partAt(query, surplus.at) === 'region' && ENDINGS.test(character)) return ENDING;
  if (isDamaged && LATIN.test(character) && !LATIN.test(target.text)) return NOISE;
  const isDoubled = character === query.text.charAt(surplus.at - 1) || character === query.text.charAt(surplus.at + 1);
  return isDoubled ? DOUBLED : 1;
}
