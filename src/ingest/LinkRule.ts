/** From which likeness on a fact is linked by itself, and from which on a person is asked. */
export interface LinkRule {
  /** Score of the best candidate from which on the fact is linked, 0 to 1. */
  readonly linkAt: number;
  /** How far the second must lie behind it. */
  readonly lead: number;
  /** Score from which on a candidate is shown to a person. */
  readonly askAt: number;
}

/**
 * The rule unless another is given. A person is asked from the score on that counts as a match elsewhere: below it most candidates are other
 * enterprises of the same trade and region, and a queue of those would hide the ones that matter.
 */
export const LINK_RULE: LinkRule = { linkAt: 0.9, lead: 0.05, askAt: 0.7 };

/** Most enterprises that are proposed for one fact. */
export const MOST_PROPOSALS = 3;
