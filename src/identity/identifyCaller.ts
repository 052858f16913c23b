import { decodeJwt } from 'jose';
import { AppError } from '../errors/AppError.ts';
import { IdentityError } from '../errors/IdentityError.ts';
import { ANONYMOUS, type Caller } from './Caller.ts';
import { DEV_ISSUER, verifyDevToken } from './devTokens.ts';
import type { KeyPair } from './keys.ts';

/**
 * Decides who is calling, once per request.
 *
 * @param authorization - the `authorization` header
 * @param apiKey - the `x-api-key` header; a request holds one of the two at most
 * @throws AppError or IdentityError for credentials that are there but wrong
 */
export type Identify = (authorization: string | undefined, apiKey?: string) => Promise<Caller>;

/** By what callers are told apart. */
export interface CallerSources {
  /** Reads tokens, by the issuer that they name. */
  readonly tokens: ReadonlyMap<string, (token: string) => Promise<Caller>>;
  /** Reads API keys; without it there are none. */
  readonly keys?: (text: string) => Promise<Caller>;
}

const BEARER = /^Bearer +(\S+)$/i;
const KEY = 'cgk_';
/** No token of a working identity provider is longer, in characters. */
const LONGEST = 8_192;

/**
 * Makes the function that tells callers apart: nobody in particular without credentials; a department, an enterprise or a client with
 * valid ones.
 *
 * Credentials that are there but wrong are refused, never taken as anonymous: the caller would get less than it asked for
 * without knowing.
 *
 * @param sources - what can be read; a key pair alone stands for the tokens for development that it signs
 */
export function identifyCaller(sources: CallerSources | KeyPair): Identify {
  const { tokens, keys } = 'kid' in sources ? onlyDevelopment(sources) : sources;
  return async (authorization, apiKey) => {
    if (apiKey !== undefined) return callerOfKey(authorization, apiKey, keys);
    if (authorization === undefined) return ANONYMOUS;
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined || token.length > LONGEST) throw new AppError('TOKEN_INVALID');
    if (token.startsWith(KEY)) return callerOfKey(undefined, token, keys);
    const read = tokens.get(issuerOf(token));
    if (read === undefined) throw new IdentityError('TOKEN_ISSUER_UNKNOWN');
    return read(token);
  };
}

async function callerOfKey(
  authorization: string | undefined,
  key: string,
  read: CallerSources['keys'],
): Promise<Caller> {
  if (authorization !== undefined) throw new IdentityError('CREDENTIALS_AMBIGUOUS');
  if (read === undefined) throw new IdentityError('API_KEY_UNKNOWN');
  return read(key);
}

/** Whose token it says to be; that decides only who checks it. */
function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    throw new AppError('TOKEN_INVALID');
  }
}

function onlyDevelopment(key: KeyPair): CallerSources {
  return { tokens: new Map([[DEV_ISSUER, (token) => verifyDevToken(key, token)]]) };
}
