import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import type { Identify } from '../../src/identity/identifyCaller.ts';

const known = new WeakMap<object, Caller>();

/**
 * Decides who sent a request, by the two headers that may hold credentials.
 *
 * @param request - its headers
 * @param identify - tells callers apart
 * @throws AppError or IdentityError for credentials that are there but wrong
 */
export async function requestCaller(request: Pick<FastifyRequest, 'headers'>, identify: Identify): Promise<Caller> {
  const { authorization, 'x-api-key': apiKey } = request.headers;
  const caller = await identify(authorization, apiKey === undefined ? undefined : String(apiKey));
  known.set(request, caller);
  return caller;
}

/**
 * Who sent a request, once that was decided.
 *
 * @param request - the same object as then
 */
export function knownCaller(request: object): Caller | undefined {
  return known.get(request);
}
