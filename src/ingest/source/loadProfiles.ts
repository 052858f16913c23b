import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { IngestError } from '../../errors/IngestError.ts';
import { sourceProfileSchema, type SourceProfile } from './SourceProfile.ts';

/**
 * Reads the source profiles of a department.
 *
 * @param folder - `subgraphs/<department>/sources`; a department without it has no profiles
 * @returns the profiles by file name
 * @throws IngestError INGEST_PROFILES_INVALID listing every wrong key of every file
 */
export function loadProfiles(folder: string): SourceProfile[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  const problems: string[] = [];
  const profiles = files.sort().flatMap((file) => {
    const read = readProfile(join(folder, file));
    if ('problems' in read) problems.push(...read.problems.map((problem) => `${file}: ${problem}`));
    return 'profile' in read ? [read.profile] : [];
  });
  if (problems.length > 0) throw new IngestError('INGEST_PROFILES_INVALID', { problems: problems.join('\n') });
  return profiles;
}

function readProfile(path: string): { profile: SourceProfile } | { problems: readonly string[] } {
  const document = parseDocument(readFileSync(path, 'utf8'), { schema: 'failsafe' });
  if (document.errors.length > 0)
    return { problems: document.errors.map(({ message }) => message.split('\n')[0] ?? message) };
  const parsed = sourceProfileSchema.safeParse(document.toJS());
  if (parsed.success) return { profile: { ...parsed.data, name: basename(path, extname(path)) } };
  return { problems: parsed.error.issues.map(({ path: key, message }) => `${key.join('.') || '(file)'}: ${message}`) };
}
