/** What a fact says of its subject, as far as it can be compared. */
export interface SubjectRecord {
  /** As printed. */
  readonly name: string;
  /** Codes in any form and state. */
  readonly codes: readonly string[];
}

/** An enterprise that a fact may be about. */
export interface SubjectCandidate {
  readonly uscc: string;
  /** Registered name. */
  readonly name: string;
  /** How well name and codes fit together, 0 to 1. */
  readonly score: number;
  /** How well the names alone fit, 0 to 1. */
  readonly nameScore: number;
}

/**
 * Compares printed names and damaged codes with all registered ones. The kernel has none of its own: the gateway provides one where a
 * department answers such questions, and without it facts are linked by exact codes and names only.
 */
export interface SubjectMatcher {
  /**
   * @param records - at most 1,000
   * @returns the candidates of each record in order, best first; none where nothing comes near
   */
  match(records: readonly SubjectRecord[]): Promise<readonly (readonly SubjectCandidate[])[]>;
}
