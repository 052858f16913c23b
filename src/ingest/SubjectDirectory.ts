import type { SubjectMatcher } from './SubjectMatcher.ts';

/** What one old code or name points to; what points to several enterprises points to none. */
export interface SubjectLink {
  readonly orgCode: string | null;
  readonly name: string | null;
  readonly uscc: string;
}

/** Finds enterprises for facts that give no valid code. Answered by the registry through the graph. */
export interface SubjectDirectory {
  /**
   * @param orgCodes - organisation codes of 9 characters, at most 1,000
   * @param names - names as printed, at most 1,000
   */
  find(orgCodes: readonly string[], names: readonly string[]): Promise<readonly SubjectLink[]>;
  /** Compares names; absent where no department does. */
  readonly matcher?: SubjectMatcher;
}
