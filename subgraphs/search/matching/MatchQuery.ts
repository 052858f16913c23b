import type { NameParts } from '../names/NameParts.ts';

/** What is known of an enterprise that is looked for; anything may be missing, wrong or damaged. */
export interface MatchQuery {
  readonly name?: string;
  /** Codes in any form: USCC, organisation code, old registration number, old tax number. */
  readonly codes?: readonly string[];
  /** A division by code (GB/T 2260, 2 to 12 digits) or by name. */
  readonly district?: string;
  readonly address?: string;
  /** A day, `YYYY-MM-DD`. */
  readonly establishedOn?: string;
}

/** A query made ready to be compared with many targets. */
export interface PreparedQuery {
  /** Undefined where no name was given, or nothing of it can be read. */
  readonly name: NameParts | undefined;
  /** Codes, normalised (`src/values/normaliseCode`), at most 40 characters each. */
  readonly codes: readonly string[];
  /** Division codes, 2, 4 or 6 digits, that the district can mean. */
  readonly districts: readonly string[];
  /** The district as it was given, folded; empty where none was given. */
  readonly district: string;
  /** The address, folded; empty where none was given. */
  readonly address: string;
  /** A day, `YYYY-MM-DD`; anything else that was given is left aside. */
  readonly establishedOn: string | undefined;
}
