/** What was compared. */
export const MATCH_FEATURES = [
  'REGION',
  'TRADE_NAME',
  'INDUSTRY',
  'LEGAL_FORM',
  'BRANCH',
  'CODE',
  'FOUNDING_DATE',
  'ADDRESS',
  'WHOLE_NAME',
] as const;

export type MatchFeatureName = (typeof MATCH_FEATURES)[number];

/** One line of the explanation of a score. */
export interface MatchFeature {
  readonly feature: MatchFeatureName;
  /** 0 (nothing in common) to 1 (alike). */
  readonly similarity: number;
  /** How much it counts in this comparison, 0 to 1. */
  readonly weight: number;
  /** What the query says, as it was compared. */
  readonly query: string;
  /** What the enterprise says. */
  readonly target: string;
}

/** How well a query fits an enterprise. */
export interface MatchScore {
  /** 0 to 1; see `thresholds.ts` for what it means. */
  readonly score: number;
  readonly features: readonly MatchFeature[];
}
