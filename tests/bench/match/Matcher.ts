/** A candidate as a matcher gives it. */
export interface Found {
  readonly uscc: string;
  /** 0 to 1; NaN where the matcher has no such score. */
  readonly score: number;
}

/** Something that finds enterprises by name. */
export interface Matcher {
  readonly title: string;
  /** Whether a threshold can be laid upon its scores. */
  readonly isScored: boolean;
  /** The best candidates, the best first. */
  readonly match: (name: string) => Promise<readonly Found[]>;
}
