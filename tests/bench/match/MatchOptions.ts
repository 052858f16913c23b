/** How the benchmark of matching is run. */
export interface MatchOptions {
  /** Folder of the given registrations. */
  readonly data: string;
  /** Damaged names of each kind. */
  readonly sample: number;
  /** The same for the baselines, which are slow. */
  readonly baseline: number;
  /** Names asked of which the index holds nothing. */
  readonly absent: number;
  readonly seed: number;
  /** Candidates that are scored. */
  readonly candidates: number;
  /** Whether the half is damaged that the scoring was worked out on. */
  readonly worked: boolean;
  /** Sizes of the indexes in which speed is measured, separated by commas; empty leaves speed out. */
  readonly names: string;
  /** Questions of each kind in each of them. */
  readonly questions: number;
  /** Whether only speed is measured. */
  readonly speedOnly: boolean;
}
