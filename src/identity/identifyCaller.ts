import { AppError } from '../errors/AppError.ts';
import { ANONYMOUS, type Caller } from './Caller.ts';
import { verifyDevToken } from './devTokens.ts';
import type { KeyPair } from './keys.ts';

/** Decides who is calling from the `authorization` header, once per request. */
export type Identify = (authorization: string | undefined) => Promise<Caller>;

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Makes the function that tells callers apart: nobody in particular without a header, a department with a valid token.
 *
 * A header that is there but wrong is refused, never taken as anonymous: the caller would get less than it asked for
 * without knowing.
 *
 * @param key - the key pair of the purpose `tokens`
 */
export function identifyCaller(key: KeyPair): Identify {
  return async (authorization) => {
    if (authorization === undefined) return ANONYMOUS;
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw new AppError('TOKEN_INVALID');
    return verifyDevToken(key, token);
  };
}
