import type { NameParts } from '../names/NameParts.ts';

/** The parts of a name that are compared along one alignment, in the order of the law. */
export const ALIGNED_PARTS = ['region', 'trade', 'industry', 'form'] as const;

export type AlignedPart = (typeof ALIGNED_PARTS)[number];

/** A name with its division in front, wherever that stood, and without what makes it a branch. */
export interface CanonicalName {
  readonly text: string;
  /** Where each of the parts ends. */
  readonly ends: Readonly<Record<AlignedPart, number>>;
}

/**
 * Brings the parts of a name into the order of the law.
 *
 * @param parts - from `parseName`
 */
export function canonicalName(parts: NameParts): CanonicalName {
  const region = parts.region.length;
  const trade = region + parts.trade.length;
  const industry = trade + parts.industry.length;
  return {
    text: parts.region + parts.trade + parts.industry + parts.form,
    ends: { region, trade, industry, form: industry + parts.form.length },
  };
}

/**
 * Tells to which part a place belongs.
 *
 * @param name - from {@link canonicalName}
 * @param at - a place in its text; the end of the text belongs to the last part
 */
export function partAt(name: CanonicalName, at: number): AlignedPart {
  return ALIGNED_PARTS.find((part) => at < name.ends[part]) ?? 'form';
}
