import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import type { Identify } from '../../src/identity/identifyCaller.ts';

/**
 * Decides who sent a request, by the two headers that may hold credentials.
 *
 * @param request - its headers
 * @param identify - tells callers apart
 * @throws AppError or IdentityError for credentials that are there but wrong
 */
export async function requestCaller({ headers }: Pick<FastifyRequest, 'headers'>, identify: Identify): Promise<Caller> {
  const apiKey = headers['x-api-key'];
  return identify(headers.authorization, apiKey === undefined ? undefined : String(apiKey));
}
