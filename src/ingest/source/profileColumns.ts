import type { SourceProfile } from './SourceProfile.ts';

/**
 * The columns without which a profile can not work: those it reads, and those that decide which rows it reads and flags.
 *
 * @param profile - the profile
 */
export function neededColumns(profile: SourceProfile): string[] {
  const flagged = Object.values(profile.flagsWhere).flatMap((cells) => Object.keys(cells));
  return [...new Set([...Object.keys(profile.columns), ...Object.keys(profile.where), ...flagged])];
}

/**
 * All columns that a profile knows, those it ignores included: by them it recognises its file.
 *
 * @param profile - the profile
 */
export function knownColumns(profile: SourceProfile): string[] {
  return [...new Set([...neededColumns(profile), ...profile.ignored])];
}
