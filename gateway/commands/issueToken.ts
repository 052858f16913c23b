import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import type { Config } from '../../src/config/env.ts';
import { signDevToken, type TokenGrant } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
const DURATION = /^([1-9]\d{0,4})([smhd])$/;

/**
 * Reads a duration such as `30m`, `8h` or `7d`.
 *
 * @param text - as it was typed
 * @returns seconds
 * @throws InvalidArgumentError that says how to write it
 */
export function readDuration(text: string): number {
  const [, number = '', unit = ''] = DURATION.exec(text) ?? [];
  const seconds = SECONDS[unit];
  if (seconds === undefined) throw new InvalidArgumentError('Write a duration such as 30m, 8h or 7d.');
  return Number(number) * seconds;
}

/**
 * Signs a token for a department with the key of the data folder, so that a product on the same folder accepts it.
 *
 * @param config - where the keys lie
 * @param departments - names of the departments there are
 * @param grant - for whom, and for how long
 * @throws InvalidArgumentError when there is no such department
 */
export async function issueToken(
  config: Pick<Config, 'dataDir'>,
  departments: readonly string[],
  grant: TokenGrant,
): Promise<string> {
  if (!departments.includes(grant.department)) {
    throw new InvalidArgumentError(`There is no department of this name; there are ${departments.join(', ')}.`);
  }
  return signDevToken(await openKeyPair(join(config.dataDir, 'keys'), 'tokens'), grant);
}
