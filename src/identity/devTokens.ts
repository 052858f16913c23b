import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { AppError } from '../errors/AppError.ts';
import type { Caller } from './Caller.ts';
import type { KeyPair } from './keys.ts';

/** For whom a token is signed. */
export interface TokenGrant {
  /** The department's name, spelt like its folder. */
  readonly department: string;
  /** The person or system that uses the token. */
  readonly operator: string;
  /** How long it is valid, in seconds. */
  readonly ttl: number;
}

const ISSUER = 'credit-graph';
const AUDIENCE = 'credit-graph-development';
/** Clocks of two machines may differ by this many seconds. */
const CLOCK_TOLERANCE = 5;
const DEPARTMENT = /^[a-z][a-z0-9]*$/;

/**
 * Signs a token for development and for a department's own scripts. It holds all scopes of that department.
 *
 * @param key - the key pair of the purpose `tokens`
 * @param grant - for whom, and for how long
 */
export async function signDevToken(key: KeyPair, { department, operator, ttl }: TokenGrant): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ department })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(operator)
    .setIssuedAt(now)
    .setExpirationTime(now + ttl)
    .sign(key.privateKey);
}

/**
 * Reads the caller from a token of {@link signDevToken}.
 *
 * @param key - the key pair of the purpose `tokens`
 * @param token - as the caller sent it
 * @throws AppError `TOKEN_INVALID`, the same for every reason: a forger learns nothing from it
 */
export async function verifyDevToken(key: KeyPair, token: string): Promise<Caller> {
  try {
    const { payload } = await jwtVerify(token, key.publicKey, {
      algorithms: ['EdDSA'],
      issuer: ISSUER,
      audience: AUDIENCE,
      clockTolerance: CLOCK_TOLERANCE,
      requiredClaims: ['sub', 'exp', 'department'],
    });
    return callerOf(payload);
  } catch {
    throw new AppError('TOKEN_INVALID');
  }
}

function callerOf({ sub, department }: JWTPayload & { department?: unknown }): Caller {
  if (typeof department !== 'string' || !DEPARTMENT.test(department) || !sub) throw new TypeError('Claims are missing');
  return { audience: 'INTERNAL', department, operator: sub, scopes: new Set([`${department}:*`]) };
}
