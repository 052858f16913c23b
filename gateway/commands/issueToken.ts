import { InvalidArgumentError } from 'commander';
import type { Config } from '../../src/config/env.ts';
import { GATEWAY_SCOPES, PLAN_SCOPE } from '../../src/identity/Caller.ts';
import { signDevToken, type TokenGrant } from '../../src/identity/devTokens.ts';
import { openKeyPair } from '../../src/identity/keys.ts';
import { checkUscc } from '../../src/values/uscc.ts';

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

/** For whom a person on the command line wants a token: for one of the two. */
export interface TokenWish {
  /** A department, spelt like its folder. */
  readonly department?: string;
  /** The unified social credit code of an enterprise. */
  readonly enterprise?: string;
  /** Whether the department's token also reads query plans. */
  readonly plans?: boolean;
  /** Whether it has all scopes of those who look after the gateway. */
  readonly administrator?: boolean;
  readonly operator: string;
  /** Seconds. */
  readonly ttl: number;
}

/**
 * Signs a token with the key of this installation, so that a product with the same keys accepts it: for a department or for an enterprise.
 *
 * @param config - where the keys lie
 * @param departments - names of the departments there are
 * @param wish - for whom, and for how long
 * @throws InvalidArgumentError where both or neither is named, there is no such department, or the code is not valid
 */
export async function issueToken(
  config: Pick<Config, 'keysDir'>,
  departments: readonly string[],
  wish: TokenWish,
): Promise<string> {
  const grant = grantOf(departments, wish);
  return signDevToken(await openKeyPair(config.keysDir, 'tokens'), grant);
}

function grantOf(
  departments: readonly string[],
  { department, enterprise, plans, administrator, ...use }: TokenWish,
): TokenGrant {
  const scope = administrator === true ? GATEWAY_SCOPES.join(' ') : plans === true ? PLAN_SCOPE : '';
  if (enterprise === undefined) {
    if (department === undefined) throw new InvalidArgumentError(ONE_OF_BOTH);
    if (!departments.includes(department)) throw noDepartment(departments);
    return { department, ...use, ...(scope !== '' && { scope }) };
  }
  if (department !== undefined) throw new InvalidArgumentError(ONE_OF_BOTH);
  if (scope !== '') throw new InvalidArgumentError('Only a department reads query plans or looks after the gateway.');
  const verdict = checkUscc(enterprise);
  if (!verdict.ok) throw new InvalidArgumentError('This is not a valid unified social credit code.');
  return { enterprise: verdict.uscc, ...use };
}

const ONE_OF_BOTH = 'Name either --department or --enterprise.';

function noDepartment(departments: readonly string[]): InvalidArgumentError {
  return new InvalidArgumentError(`There is no department of this name; there are ${departments.join(', ')}.`);
}
