import type { NameParts } from '../names/NameParts.ts';

/** The parts of a name along one alignment, in the order of the law. */
export const ALIGNED_PARTS = ['region', 'trade', 'industry', 'form', 'branch'] as const;

export type AlignedPart = (typeof ALIGNED_PARTS)[number];

/** A name with its division in front, wherever that stood. */
export interface CanonicalName {
  readonly text: string;
  /** Where each of the parts ends. */
  readonly ends: Readonly<Record<AlignedPart, number>>;
}

/**
 * Brings the parts of a name into the order of the law.
 *
 * @param parts - from `parseName`
 * @param without - parts that are compared otherwise, and left out here
 */
export function canonicalName(
  parts: NameParts,
  without: { readonly region: boolean; readonly branch: boolean },
): CanonicalName {
  const region = without.region ? '' : parts.region;
  const branch = without.branch ? '' : parts.branch;
  const trade = region.length + parts.trade.length;
  const industry = trade + parts.industry.length;
  const form = industry + parts.form.length;
  return {
    text: region + parts.trade + parts.industry + parts.form + branch,
    ends: { region: region.length, trade, industry, form, branch: form + branch.length },
  };
}

/**
 * Tells to which part a place belongs.
 *
 * @param name - from {@link canonicalName}
 * @param at - a place in its text; what lies behind the text belongs to the form
 */
export function partAt({ ends }: CanonicalName, at: number): AlignedPart {
  if (at < ends.region) return 'region';
  if (at < ends.trade) return 'trade';
  if (at < ends.industry) return 'industry';
  return at < ends.form || at >= ends.branch ? 'form' : 'branch';
}
