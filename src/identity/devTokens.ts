import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { AppError } from '../errors/AppError.ts';
import { checkUscc } from '../values/uscc.ts';
import { PLAN_SCOPE, SERVICE, type Caller } from './Caller.ts';
import type { KeyPair } from './keys.ts';

/** Who uses a token, and how long. */
interface Use {
  /** The person or system that uses the token. */
  readonly operator: string;
  /** How long it is valid, in seconds. */
  readonly ttl: number;
}

/** For which department a token is signed. */
export interface DepartmentGrant extends Use {
  /** The department's name, spelt like its folder. */
  readonly department: string;
  /** Scopes beside those of the department: {@link PLAN_SCOPE} is the only one there is. */
  readonly scope?: string;
}

/** For which enterprise a token is signed. */
export interface EnterpriseGrant extends Use {
  /** Its unified social credit code. */
  readonly enterprise: string;
}

/** For whom a token is signed: for one of the two. */
export type TokenGrant = DepartmentGrant | EnterpriseGrant;

const ISSUER = 'credit-graph';
const AUDIENCE = 'credit-graph-development';
/** Clocks of two machines may differ by this many seconds. */
const CLOCK_TOLERANCE = 5;
const DEPARTMENT = /^[a-z][a-z0-9]*$/;
/** No department may be called like what begins the scopes of software, or of those who look after the gateway. */
const RESERVED: ReadonlySet<string> = new Set([SERVICE, 'gateway']);

/**
 * Signs a token for development: of a department, with all scopes of it, or of an enterprise, which has no scope.
 *
 * @param key - the key pair of the purpose `tokens`
 * @param grant - for whom, and for how long
 */
export async function signDevToken(key: KeyPair, { operator, ttl, ...holder }: TokenGrant): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ ...holder })
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
      requiredClaims: ['sub', 'exp'],
    });
    return callerOf(payload);
  } catch {
    throw new AppError('TOKEN_INVALID');
  }
}

function callerOf({ sub, department, enterprise, scope }: Claims): Caller {
  if (!sub || (department === undefined) === (enterprise === undefined)) throw new TypeError('Claims are missing');
  return enterprise === undefined ? staff(sub, department, scope) : subject(sub, enterprise);
}

type Claims = JWTPayload & Readonly<Partial<Record<'department' | 'enterprise' | 'scope', unknown>>>;

function staff(operator: string, department: unknown, scope: unknown): Caller {
  if (typeof department !== 'string' || !DEPARTMENT.test(department) || RESERVED.has(department))
    throw new TypeError('No department');
  if (scope !== undefined && scope !== PLAN_SCOPE) throw new TypeError('No scope');
  const scopes = new Set([`${department}:*`, ...(scope === undefined ? [] : [scope])]);
  return { audience: 'INTERNAL', department, operator, scopes };
}

function subject(operator: string, enterprise: unknown): Caller {
  const verdict = typeof enterprise === 'string' ? checkUscc(enterprise) : { ok: false as const };
  if (!verdict.ok || verdict.uscc !== enterprise) throw new TypeError('No code of an enterprise');
  return { audience: 'SUBJECT', subject: enterprise, operator, scopes: new Set() };
}
