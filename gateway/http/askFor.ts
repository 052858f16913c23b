import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import type { AskGraph } from '../askGraph.ts';
import type { AuthorisationUse } from '../authority/AuthorisationUse.ts';
import type { RequestPayer } from './requestPayer.ts';

/** What is not GraphQL but is answered by the graph. */
export interface AskForOptions {
  readonly askGraph: AskGraph;
  /** Tells whose budget pays; nobody's unless given. */
  readonly payerOf?: RequestPayer | undefined;
  /** The use that is made of the authorisation that the request names; none unless given. */
  readonly authorisation?: AuthorisationUse | undefined;
}

/**
 * The graph for one request that is not GraphQL: its caller pays for what is asked, and the reply tells in its headers what that cost.
 *
 * @param options - the graph, who pays, and what is authorised
 * @param request - whose caller pays
 * @param reply - gets the headers
 * @param caller - who sent the request
 */
export function askFor(
  { askGraph, payerOf, authorisation }: AskForOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: Caller,
): AskGraph {
  const tell = (headers: Readonly<Record<string, string>>): unknown => reply.headers(headers);
  const bill = payerOf && { payer: payerOf(caller, request), tell };
  return async (query, variables, as, locale) => askGraph(query, variables, as, locale, { bill, authorisation });
}
