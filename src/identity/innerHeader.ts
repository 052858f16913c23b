import { errors, SignJWT } from 'jose';
import { z } from 'zod';
import type { Locale } from '../errors/AppError.ts';
import { IdentityError } from '../errors/IdentityError.ts';
import type { Caller } from './Caller.ts';
import { callerClaims } from './callerClaims.ts';
import type { TokenKeys } from './TokenKeys.ts';
import { ownKeys, verifyToken } from './verifyToken.ts';

/** The header in which a gateway tells a department in another process who is calling. Nothing that a client sends is ever put into it. */
export const INNER_HEADER = 'x-credit-graph-caller';

/** What a gateway tells a department of a request: all that decides what the caller may see. */
export interface InnerCall {
  readonly caller: Caller;
  readonly requestId: string;
  /** The instant that deadlines and windows are judged at, the same for all departments. */
  readonly now: Date;
  readonly locale: Locale;
}

const ISSUER = 'credit-graph/gateway';
const TYPE = 'credit-graph-caller+jwt';
/** Longer than any fetch may take, in seconds. */
const TTL = 30;
/** No longer one is accepted, whoever signed it. */
const MAX_TTL = 60;
const CLOCK_TOLERANCE = 5;

const claimsSchema = z.object({
  iat: z.number(),
  exp: z.number(),
  jti: z.string(),
  now: z.number(),
  locale: z.enum(['en', 'zh']),
  caller: callerClaims,
});

/**
 * Signs who is calling, for one department and half a minute.
 *
 * @param keys - of the purpose `inner`
 * @param call - the request as the gateway knows it
 * @param department - the only one that may accept it
 * @returns the value of {@link INNER_HEADER}
 */
export async function signInnerHeader(keys: TokenKeys, call: InnerCall, department: string): Promise<string> {
  const { kid, privateKey } = await keys.signing();
  const { requestId, now, locale } = call;
  const caller = z.encode(callerClaims, call.caller);
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ caller, now: now.getTime(), locale })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: TYPE })
    .setIssuer(ISSUER)
    .setSubject(ISSUER)
    .setAudience(audienceOf(department))
    .setJti(requestId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TTL)
    .sign(privateKey);
}

/**
 * Reads who is calling, in the department.
 *
 * @param keys - of the purpose `inner`; their public halves are enough
 * @param header - the value of {@link INNER_HEADER}; undefined where there is none
 * @param department - the one that reads
 * @throws IdentityError `INNER_CALL_REFUSED` where it is absent, altered, unsigned, over, for another department, or signed by another key
 * @throws IdentityError `IDENTITY_UNAVAILABLE` where the keys can not be read
 */
export async function verifyInnerHeader(
  keys: Pick<TokenKeys, 'keyFor'>,
  header: string | undefined,
  department: string,
): Promise<InnerCall> {
  if (header === undefined) throw new IdentityError('INNER_CALL_REFUSED');
  try {
    const payload = await verifyToken(header, ownKeys(keys), {
      issuer: ISSUER,
      audience: audienceOf(department),
      algorithms: ['EdDSA'],
      clockTolerance: CLOCK_TOLERANCE,
      typ: TYPE,
    });
    const { iat, exp, jti, now, locale, caller } = claimsSchema.parse(payload);
    if (exp - iat > MAX_TTL) throw new errors.JWTInvalid('It lives longer than any call');
    return { caller, requestId: jti, now: new Date(now), locale };
  } catch (cause) {
    if (cause instanceof IdentityError && cause.code === 'IDENTITY_UNAVAILABLE') throw cause;
    throw new IdentityError('INNER_CALL_REFUSED', cause);
  }
}

function audienceOf(department: string): string {
  return `department:${department}`;
}
