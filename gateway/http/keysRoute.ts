import type { FastifyInstance } from 'fastify';
import type { PublicKey } from '../../src/identity/publicKeys.ts';

/** Gives all public keys, old ones included. */
export type ReadPublicKeys = () => Promise<readonly PublicKey[]>;

/** What others check signatures of for years; other keys sign what lives for minutes and is checked here alone. */
const PUBLISHED: ReadonlySet<string> = new Set(['checkpoints', 'reports']);

/** How long a client may work with the keys that it has, in seconds. A key that is new signs nothing before it is published. */
const MAX_AGE_S = 300;

/**
 * Publishes the keys by which reports and checkpoints of the ledger are verified, as a JWK set (RFC 7517) at
 * `/.well-known/jwks.json`; old keys stay in it.
 *
 * @param server - the HTTP server
 * @param readKeys - all keys; asked for each request, so that a rotated key is there at once
 */
export function keysRoute(server: FastifyInstance, readKeys: ReadPublicKeys): void {
  server.get('/.well-known/jwks.json', async (_request, reply) => {
    const keys = (await readKeys()).filter(({ purpose }) => PUBLISHED.has(purpose));
    return reply
      .headers({ 'cache-control': `public, max-age=${MAX_AGE_S}`, 'access-control-allow-origin': '*' })
      .type('application/jwk-set+json; charset=utf-8')
      .send(JSON.stringify({ keys }));
  });
}
