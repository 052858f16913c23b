import { IngestError } from '../../errors/IngestError.ts';
import { headerKey } from '../read/headerKey.ts';
import { knownColumns, neededColumns } from './profileColumns.ts';
import type { SourceProfile } from './SourceProfile.ts';

/**
 * Chooses how a file is read.
 *
 * The profile that the user names wins. Otherwise it is the one of the collection that knows most columns,
 * among those whose columns all stand in the header.
 *
 * @param profiles - all that are loaded
 * @param collection - such as `registry.enterprises`
 * @param header - column names of the file
 * @param explicitName - the profile that the user names
 * @returns `undefined` where none fits: the header is resolved by titles and aliases then
 * @throws IngestError where the named profile is unknown or does not fit, or two fit equally well
 */
export function chooseProfile(
  profiles: readonly SourceProfile[],
  collection: string,
  header: readonly string[],
  explicitName?: string,
): SourceProfile | undefined {
  const candidates = profiles.filter((profile) => profile.collection === collection);
  const present = new Set(header.map(headerKey));
  if (explicitName !== undefined) return namedProfile(candidates, collection, present, explicitName);
  const fitting = candidates.filter((profile) => absent(knownColumns(profile), present).length === 0);
  const most = Math.max(...fitting.map((profile) => knownColumns(profile).length));
  const best = fitting.filter((profile) => knownColumns(profile).length === most);
  if (best.length > 1) throw new IngestError('INGEST_PROFILE_AMBIGUOUS', { collection, names: namesOf(best) });
  return best[0];
}

function namedProfile(
  candidates: readonly SourceProfile[],
  collection: string,
  present: ReadonlySet<string>,
  name: string,
): SourceProfile {
  const profile = candidates.find((candidate) => candidate.name === name);
  if (profile === undefined)
    throw new IngestError('INGEST_PROFILE_UNKNOWN', { collection, name, names: namesOf(candidates) });
  const columns = absent(neededColumns(profile), present);
  if (columns.length > 0) throw new IngestError('INGEST_PROFILE_UNFIT', { name, columns: columns.join(', ') });
  return profile;
}

function absent(columns: readonly string[], present: ReadonlySet<string>): string[] {
  return columns.filter((column) => !present.has(headerKey(column)));
}

function namesOf(profiles: readonly SourceProfile[]): string {
  return profiles.map((profile) => profile.name).join(', ') || '-';
}
