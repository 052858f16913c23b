import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { IdentityError } from '../../errors/IdentityError.ts';
import type { TokenKeys } from '../TokenKeys.ts';
import { ownKeys, verifyToken } from '../verifyToken.ts';

/** Issuer of the tokens of our own token endpoint. */
export const CLIENT_ISSUER = 'credit-graph/oauth';

/** How long such a token is valid, in seconds. */
export const CLIENT_TOKEN_TTL = 600;

const AUDIENCE = 'credit-graph';
/** RFC 9068, so that no other JWT that the key may sign passes for one. */
const TYPE = 'at+jwt';
const CLOCK_TOLERANCE = 5;

/** What such a token says. */
export interface ClientToken {
  /** The client id. */
  readonly client: string;
  readonly scopes: readonly string[];
}

/**
 * Signs an access token of a client (RFC 9068).
 *
 * @param keys - of the purpose `tokens`
 * @param token - for whom
 */
export async function signClientToken(keys: TokenKeys, { client, scopes }: ClientToken): Promise<string> {
  const { kid, privateKey } = await keys.signing();
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ client_id: client, scope: scopes.join(' ') })
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: TYPE })
    .setIssuer(CLIENT_ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(client)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + CLIENT_TOKEN_TTL)
    .sign(privateKey);
}

/**
 * Reads an access token of {@link signClientToken}.
 *
 * @param keys - of the purpose `tokens`
 * @param token - as it was sent
 * @throws AppError `TOKEN_INVALID`, IdentityError `TOKEN_…` with the reason
 */
export async function verifyClientToken(keys: TokenKeys, token: string): Promise<ClientToken> {
  const { sub, scope } = await verifyToken(token, ownKeys(keys), {
    issuer: CLIENT_ISSUER,
    audience: AUDIENCE,
    algorithms: ['EdDSA'],
    clockTolerance: CLOCK_TOLERANCE,
    typ: TYPE,
  });
  if (sub === undefined || typeof scope !== 'string') throw new IdentityError('TOKEN_CLAIMS_INVALID');
  return { client: sub, scopes: scope.split(' ').filter((name) => name !== '') };
}
