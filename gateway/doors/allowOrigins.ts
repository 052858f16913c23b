import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CorsOrigins } from '../../src/config/corsOrigins.ts';
import type { Audience } from '../../src/identity/Caller.ts';
import { DOORS } from './Door.ts';

/** How long a browser may remember what was allowed, in seconds. */
const MAX_AGE = 600;

/** Beside what every page may read of a reply. */
const EXPOSED = ['ratelimit', 'ratelimit-policy', 'retry-after', 'www-authenticate', 'x-request-id'];

type PolicyCallback = (error: Error | null, policy: FastifyCorsOptions) => void;

const CLOSED: FastifyCorsOptions = { origin: false };

/**
 * Says to browsers from which pages the doors may be asked: the public's from any, the others from those that are listed. Credentials
 * are never sent by a browser itself: they are headers that a page must have been given.
 *
 * @param server - before its routes are there
 * @param origins - by audience
 */
export async function allowOrigins(server: FastifyInstance, origins: CorsOrigins): Promise<void> {
  const policies = new Map(
    DOORS.flatMap(({ audience, path, aliases }) =>
      [path, ...aliases].map((each): [string, FastifyCorsOptions] => [each, policyOf(audience, origins)]),
    ),
  );
  await server.register(cors, () => (request: FastifyRequest, callback: PolicyCallback) => {
    const [path = ''] = request.url.split('?');
    callback(null, policies.get(path) ?? CLOSED);
  });
}

function policyOf(audience: Audience, origins: CorsOrigins): FastifyCorsOptions {
  const listed = audience === 'OPEN' ? '*' : [...origins[audience]];
  return {
    origin: listed.length === 0 ? false : listed,
    methods: ['GET', 'POST'],
    exposedHeaders: EXPOSED,
    maxAge: MAX_AGE,
    credentials: false,
  };
}
