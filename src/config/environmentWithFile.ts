import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * The environment, completed by the file `.env` of a folder. What the environment sets wins, so that one run can differ
 * from the file.
 *
 * @param folder - usually the working folder
 * @param environment - the variables; those of this process unless given
 */
export function environmentWithFile(folder: string, environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const file = join(folder, '.env');
  return existsSync(file) ? { ...parseEnv(readFileSync(file, 'utf8')), ...environment } : environment;
}
