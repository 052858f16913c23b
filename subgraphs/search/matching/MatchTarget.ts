import type { NameParts } from '../names/NameParts.ts';

/** What the index keeps of an enterprise, so that a query can be compared with it. */
export interface MatchTarget {
  readonly uscc: string;
  readonly name: string;
  readonly formerNames?: readonly string[];
  /** The old registration number (工商注册号). */
  readonly registrationNo?: string;
  /** Division of the domicile, 6 digits or more. */
  readonly districtCode?: string;
  readonly address?: string;
  /** A day, `YYYY-MM-DD`. */
  readonly establishedOn?: string;
}

/** A target made ready to be compared; cheap enough to be made anew for each comparison. */
export interface PreparedTarget {
  readonly target: MatchTarget;
  /** The present name first, former names behind it. */
  readonly names: readonly NameParts[];
  /** Codes of the divisions of its domicile and of its registration authority, 2, 4 or 6 digits. */
  readonly divisions: readonly string[];
  /** The address, folded. */
  readonly address: string;
}
