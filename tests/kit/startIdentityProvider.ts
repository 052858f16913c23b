import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** An identity provider with a key that can be rotated, listening on this machine. */
export interface IdentityProvider {
  readonly issuer: string;
  /** How often its keys were fetched. */
  fetches(): number;
  /** Replaces the key; tokens are signed by the new one alone. */
  rotate(): Promise<void>;
  /** The public key that it has now. */
  publicKey(): JWK;
  /** Signs a token of the key that it has now; claims may replace those that are right. */
  token(claims?: JWTPayload): Promise<string>;
  /** Lets it answer no more. */
  stop(): Promise<void>;
}

/** What the tokens are for. */
export const OIDC_AUDIENCE = 'credit-graph-city';

/** Starts an identity provider (OpenID Connect Discovery 1.0) on a free port. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  let fetches = 0;
  let number = 0;
  let key: { readonly privateKey: CryptoKey; readonly jwk: JWK };
  const rotate = async (): Promise<void> => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    number += 1;
    key = { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: `key-${number}`, alg: 'ES256', use: 'sig' } };
  };
  await rotate();
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'application/json');
    if (url === '/certs') fetches += 1;
    response.end(JSON.stringify(url === '/certs' ? { keys: [key.jwk] } : { issuer, jwks_uri: `${issuer}/certs` }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    fetches: () => fetches,
    rotate,
    publicKey: () => key.jwk,
    token: async (claims = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const right = { iss: issuer, aud: OIDC_AUDIENCE, sub: 'li.wei', iat: now, exp: now + 300 };
      return new SignJWT({ ...right, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: String(key.jwk.kid) })
        .sign(key.privateKey);
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
