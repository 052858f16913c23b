import { SignJWT, type JWTPayload } from 'jose';
import { IdentityError } from '../errors/IdentityError.ts';
import { checkUscc } from '../values/uscc.ts';
import { GATEWAY_SCOPES, SERVICE, type Caller } from './Caller.ts';
import type { KeyPair } from './keys.ts';
import { soleKey, type TokenKeys } from './TokenKeys.ts';
import { ownKeys, verifyToken } from './verifyToken.ts';

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
  /** Scopes beside those of the department, with spaces between them: of {@link GATEWAY_SCOPES}. */
  readonly scope?: string;
}

/** For which enterprise a token is signed. */
export interface EnterpriseGrant extends Use {
  /** Its unified social credit code. */
  readonly enterprise: string;
}

/** For whom a token is signed: for one of the two. */
export type TokenGrant = DepartmentGrant | EnterpriseGrant;

/** Issuer of tokens for development. */
export const DEV_ISSUER = 'credit-graph';

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
    .setIssuer(DEV_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(operator)
    .setIssuedAt(now)
    .setExpirationTime(now + ttl)
    .sign(key.privateKey);
}

/**
 * Reads the caller from a token of {@link signDevToken}.
 *
 * @param key - the key pair of the purpose `tokens`, or its keys over time
 * @param token - as the caller sent it
 * @throws AppError `TOKEN_INVALID` where nobody here has signed it: a forger learns nothing from it
 * @throws IdentityError `TOKEN_…` with the reason where the signature holds
 */
export async function verifyDevToken(key: KeyPair | TokenKeys, token: string): Promise<Caller> {
  const keys = ownKeys('signing' in key ? key : soleKey(key));
  return callerOf(
    await verifyToken(token, keys, {
      issuer: DEV_ISSUER,
      audience: AUDIENCE,
      algorithms: ['EdDSA'],
      clockTolerance: CLOCK_TOLERANCE,
    }),
  );
}

function callerOf({ sub, department, enterprise, scope }: Claims): Caller {
  if (!sub || (department === undefined) === (enterprise === undefined)) throw wrongClaims();
  return enterprise === undefined ? staff(sub, department, scope) : subject(sub, enterprise);
}

type Claims = JWTPayload & Readonly<Partial<Record<'department' | 'enterprise' | 'scope', unknown>>>;

function staff(operator: string, department: unknown, scope: unknown): Caller {
  if (typeof department !== 'string' || !DEPARTMENT.test(department) || RESERVED.has(department)) throw wrongClaims();
  if (scope !== undefined && typeof scope !== 'string') throw wrongClaims();
  const named = scope === undefined ? [] : scope.split(' ');
  if (!named.every((name) => GATEWAY_SCOPES.includes(name))) throw wrongClaims();
  const scopes = new Set([`${department}:*`, ...named]);
  return { audience: 'INTERNAL', department, operator, scopes };
}

function subject(operator: string, enterprise: unknown): Caller {
  const verdict = typeof enterprise === 'string' ? checkUscc(enterprise) : { ok: false as const };
  if (!verdict.ok || verdict.uscc !== enterprise) throw wrongClaims();
  return { audience: 'SUBJECT', subject: enterprise, operator, scopes: new Set() };
}

function wrongClaims(): IdentityError {
  return new IdentityError('TOKEN_CLAIMS_INVALID');
}
