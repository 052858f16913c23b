import type { QualityFlag } from '../../data/fields/Field.ts';
import { headerKey } from '../read/headerKey.ts';
import { knownColumns } from './profileColumns.ts';
import type { SourceProfile } from './SourceProfile.ts';

/** A profile laid over the columns of one file. */
export interface BoundProfile {
  /** The field of each column; `null` where the profile does not read it. */
  readonly columns: readonly (string | null)[];
  /** Columns of the file that the profile does not know at all. */
  readonly unknown: readonly string[];
  /** Whether a row belongs to the source; others are not read. */
  readonly belongs: (cells: readonly string[]) => boolean;
  /** The flags that the source puts on a row. */
  readonly flagsOf: (cells: readonly string[]) => readonly QualityFlag[];
}

/**
 * Lays a profile over a file, so that rows can be taken by position.
 *
 * @param profile - what {@link chooseProfile} chose
 * @param header - column names of the file
 */
export function bindProfile(profile: SourceProfile, header: readonly string[]): BoundProfile {
  const keys = header.map(headerKey);
  const fields = new Map(Object.entries(profile.columns).map(([column, field]) => [headerKey(column), field]));
  const known = new Set(knownColumns(profile).map(headerKey));
  const conditional = Object.entries(profile.flagsWhere).map(
    ([flag, cells]) => [flag as QualityFlag, matcher(cells, keys)] as const,
  );
  return {
    columns: keys.map((key, index) => (keys.indexOf(key) === index ? (fields.get(key) ?? null) : null)),
    unknown: header.filter((_, index) => !known.has(keys[index] ?? '')),
    belongs: matcher(profile.where, keys),
    flagsOf: (cells) => [...profile.flags, ...conditional.flatMap(([flag, applies]) => (applies(cells) ? [flag] : []))],
  };
}

function matcher(
  wanted: Readonly<Record<string, string>>,
  keys: readonly string[],
): (cells: readonly string[]) => boolean {
  const tests = Object.entries(wanted).map(([column, value]) => [keys.indexOf(headerKey(column)), value] as const);
  return (cells) => tests.every(([index, value]) => cells[index]?.trim() === value);
}
