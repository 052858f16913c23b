import { errors, SignJWT } from 'jose';
import { IdentityError } from '../errors/IdentityError.ts';
import type { TokenKeys } from './TokenKeys.ts';
import { ownKeys, verifyToken } from './verifyToken.ts';

/** Purpose of the key by which a department's software proves to the gateway which one it is; each department has one of its own. */
export const SERVICE_KEY = 'service';

const ISSUER = 'credit-graph/department';
const AUDIENCE = 'credit-graph/gateway';
const TYPE = 'credit-graph-service+jwt';
const TTL_S = 30;
/** No longer one is accepted, whoever signed it. */
const MAX_TTL_S = 60;
const CLOCK_TOLERANCE_S = 5;
const DEMAND = {
  issuer: ISSUER,
  audience: AUDIENCE,
  algorithms: ['EdDSA'],
  typ: TYPE,
  clockTolerance: CLOCK_TOLERANCE_S,
};
const BEARER = /^Bearer +(\S+)$/i;

/**
 * Signs that a department's own software asks, for half a minute.
 *
 * @param keys - of the purpose {@link SERVICE_KEY}, the department's own
 * @param department - spelt like its folder
 * @returns the `authorization` header
 */
export async function signServiceToken(keys: TokenKeys, department: string): Promise<string> {
  const { kid, privateKey } = await keys.signing();
  const issuedAt = Math.floor(Date.now() / 1_000);
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: TYPE })
    .setIssuer(ISSUER)
    .setSubject(department)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TTL_S)
    .sign(privateKey);
  return `Bearer ${token}`;
}

/**
 * Reads which department asks, in the gateway.
 *
 * @param keys - the public keys of that department’s software
 * @param authorization - the header; undefined where there is none
 * @param department - the one that is said to ask
 * @throws IdentityError `INNER_CALL_REFUSED` where it does not prove to come from that department
 * @throws IdentityError `IDENTITY_UNAVAILABLE` where the keys can not be read
 */
export async function verifyServiceToken(
  keys: Pick<TokenKeys, 'keyFor'>,
  authorization: string | undefined,
  department: string,
): Promise<void> {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new IdentityError('INNER_CALL_REFUSED');
  try {
    const { sub, iat = 0, exp = 0 } = await verifyToken(token, ownKeys(keys), DEMAND);
    if (sub !== department || exp - iat > MAX_TTL_S) throw new errors.JWTInvalid('It is of another department');
  } catch (cause) {
    throw isUnavailable(cause) ? cause : new IdentityError('INNER_CALL_REFUSED', cause);
  }
}

function isUnavailable(cause: unknown): cause is IdentityError {
  return cause instanceof IdentityError && cause.code === 'IDENTITY_UNAVAILABLE';
}
