import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/env.ts';
import { messageOf } from '../errors/messageOf.ts';
import type { FoundMongod, MissedMongod } from './FoundMongod.ts';
import { mongodVersion, PROGRAM_NAME } from './mongodVersion.ts';

/** Takes the first `mongod` on the PATH that runs here and is new enough; an old one is told and passed by. */
export async function mongodOnPath(config: Pick<Config, 'programFolders'>): Promise<FoundMongod | MissedMongod> {
  const refused: string[] = [];
  for (const folder of config.programFolders) {
    const path = join(folder, PROGRAM_NAME);
    if (!(await isExecutable(path))) continue;
    try {
      return { path, from: 'PATH', version: await mongodVersion(path) };
    } catch (error) {
      refused.push(`${path}: ${messageOf(error)}`);
    }
  }
  return { missed: refused.length === 0 ? 'there is no mongod on the PATH' : refused.join('; ') };
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
