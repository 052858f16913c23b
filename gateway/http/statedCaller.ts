import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import type { Identify } from '../../src/identity/identifyCaller.ts';
import { demandPurpose, statePurpose } from '../authority/statePurpose.ts';
import { requestCaller } from './requestCaller.ts';

/**
 * Decides who sent a request that asks the graph beside its doors, and what for.
 *
 * @param request - its headers
 * @param identify - tells callers apart
 * @throws AppError or IdentityError for credentials that are there but wrong; AuthorityError PURPOSE_REQUIRED, PURPOSE_UNKNOWN
 */
export async function statedCaller(request: Pick<FastifyRequest, 'headers'>, identify: Identify): Promise<Caller> {
  const caller = statePurpose(await requestCaller(request, identify), request.headers);
  demandPurpose(caller);
  return caller;
}
