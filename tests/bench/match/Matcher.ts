/** A candidate as a matcher gives it. */
export interface Found {
  readonly uscc: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Something that finds enterprises by name. */
export interface Matcher {
  readonly title: string;
  /** The best candidates, the best first. */
  readonly match: (name: string) => Promise<readonly Found[]>;
}
