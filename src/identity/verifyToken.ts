import { errors, jwtVerify, type CryptoKey, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { AppError } from '../errors/AppError.ts';
import { IdentityError } from '../errors/IdentityError.ts';
import type { TokenKeys } from './TokenKeys.ts';

/** What a token must be. */
export interface TokenDemand {
  readonly issuer: string;
  /** One of them must be among the token's. */
  readonly audience: string | string[];
  /** Accepted algorithms of signatures (RFC 7518); never `none`, never one with a shared secret. */
  readonly algorithms: readonly string[];
  /** How far two clocks may differ, in seconds. */
  readonly clockTolerance: number;
  /** Type in the protected header, where it must be a certain one. */
  readonly typ?: string;
}

/**
 * Checks a JWT (RFC 7519): signature first, then what it says of its issuer, audience and time.
 *
 * @param token - as the caller sent it
 * @param keys - by which it may be signed
 * @param demand - what it must be
 * @returns its claims; `sub` and `exp` are among them
 * @throws AppError `TOKEN_INVALID` where it is no token, or nobody's signature holds
 * @throws IdentityError `TOKEN_…` with the reason where the signature holds, or the key is not known
 * @throws IdentityError `IDENTITY_UNAVAILABLE` where the keys can not be had
 */
export async function verifyToken(token: string, keys: JWTVerifyGetKey, demand: TokenDemand): Promise<JWTPayload> {
  const { algorithms, typ, ...rest } = demand;
  try {
    const { payload } = await jwtVerify(token, keys, {
      ...rest,
      algorithms: [...algorithms],
      requiredClaims: ['sub', 'exp'],
      ...(typ !== undefined && { typ }),
    });
    if (isAhead(payload.iat, demand.clockTolerance)) throw new IdentityError('TOKEN_NOT_YET_VALID');
    return payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

/**
 * Finds the keys of tokens that are signed here.
 *
 * @param keys - of the purpose
 * @throws IdentityError `TOKEN_KEY_UNKNOWN` for a key that is not known, or was replaced and had its grace
 */
export function ownKeys(keys: Pick<TokenKeys, 'keyFor'>): JWTVerifyGetKey {
  return async ({ kid }): Promise<CryptoKey> => {
    const key = await keys.keyFor(kid).catch((cause: unknown) => {
      throw new IdentityError('IDENTITY_UNAVAILABLE', cause);
    });
    if (key === undefined) throw new IdentityError('TOKEN_KEY_UNKNOWN');
    return key;
  };
}

/** A token from the future was made by a clock that is wrong, or to outlive its keys. */
function isAhead(iat: number | undefined, tolerance: number): boolean {
  return iat !== undefined && iat > Math.floor(Date.now() / 1000) + tolerance;
}

function refusalOf(error: unknown): Error {
  if (error instanceof IdentityError) return error;
  if (error instanceof errors.JWTExpired) return new IdentityError('TOKEN_EXPIRED');
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return new IdentityError('TOKEN_KEY_UNKNOWN');
  }
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusal(error.claim);
  return new AppError('TOKEN_INVALID');
}

function claimRefusal(claim: string): Error {
  if (claim === 'aud') return new IdentityError('TOKEN_AUDIENCE_WRONG');
  if (claim === 'iss') return new IdentityError('TOKEN_ISSUER_UNKNOWN');
  if (claim === 'nbf') return new IdentityError('TOKEN_NOT_YET_VALID');
  if (claim === 'sub' || claim === 'exp') return new IdentityError('TOKEN_CLAIMS_INVALID');
  return new AppError('TOKEN_INVALID');
}
