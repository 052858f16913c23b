import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { IdentityError } from '../../src/errors/IdentityError.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import { INNER_HEADER, verifyInnerHeader } from '../../src/identity/innerHeader.ts';
import { serviceCaller } from '../../src/identity/serviceCaller.ts';
import { verifyServiceToken } from '../../src/identity/serviceToken.ts';
import type { TokenKeys } from '../../src/identity/TokenKeys.ts';
import type { AskGraph } from '../askGraph.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import type { OperationsInFlight } from './OperationsInFlight.ts';

/** Where departments in processes of their own ask the graph. */
export const INNER_DOOR = '/inner/graphql';

/** What tells departments apart that ask the graph. */
export interface InnerDoor {
  /** Public keys of the purpose `inner`, by which callers are proved that are passed on. */
  readonly keys: Pick<TokenKeys, 'keyFor'>;
  /** Public keys of a department's own software; undefined where there is no such department. */
  readonly keysOf: (department: string) => Pick<TokenKeys, 'keyFor'> | undefined;
}

/** What the door needs. */
export interface InnerRouteOptions extends InnerDoor {
  readonly askGraph: AskGraph;
  readonly operations: OperationsInFlight;
}

const questionSchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });

/**
 * Opens `POST /inner/graphql`, by which departments in processes of their own ask the graph: in their own name, which their key proves,
 * or in the name of a caller whom this gateway has just told them of. Nobody pays for it: the operation that caused it did.
 *
 * @param server - the HTTP server
 * @param options - what answers, and who may ask
 */
export function innerRoute(server: FastifyInstance, { askGraph, operations, ...door }: InnerRouteOptions): void {
  const callers = new WeakMap<FastifyRequest, Caller>();
  server.post(INNER_DOOR, {
    onRequest: async (request) => {
      callers.set(request, await callerOf(request, door));
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      if (caller === undefined) throw new Error('The request has no caller');
      const question = questionSchema.safeParse(request.body);
      if (!question.success) throw new GatewayError('BODY_INVALID');
      const { query, variables } = question.data;
      const { data, errors } = await operations.track(async () => askGraph(query, variables, caller));
      const told = errors.map(({ message, path, code }) => ({ message, path, extensions: { code } }));
      void reply.header('cache-control', 'no-store');
      return { data, ...(told.length > 0 && { errors: told }) };
    },
  });
}

async function callerOf({ headers }: FastifyRequest, { keys, keysOf }: InnerDoor): Promise<Caller> {
  const department = claimedBy(headers.authorization);
  const own = department === undefined ? undefined : keysOf(department);
  if (department === undefined || own === undefined) throw new IdentityError('INNER_CALL_REFUSED');
  await verifyServiceToken(own, headers.authorization, department);
  const proof = headers[INNER_HEADER];
  if (proof === undefined) return serviceCaller(department);
  return (await verifyInnerHeader(keys, String(proof), department)).caller;
}

/** Who it says to be; that decides only by whose key it is checked. */
function claimedBy(authorization: string | undefined): string | undefined {
  try {
    return decodeJwt((authorization ?? '').replace(/^Bearer +/i, '')).sub;
  } catch {
    return undefined;
  }
}
