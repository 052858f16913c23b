import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../src/identity/Caller.ts';
import type { AskGraph } from '../askGraph.ts';
import type { RequestPayer } from './requestPayer.ts';

/** What is not GraphQL but is answered by the graph. */
export interface AskForOptions {
  readonly askGraph: AskGraph;
  /** Tells whose budget pays; nobody's unless given. */
  readonly payerOf?: RequestPayer | undefined;
}

/**
 * The graph for one request that is not GraphQL: its caller pays for what is asked, and the reply tells in its headers what that cost.
 *
 * @param options - the graph, and who pays
 * @param request - whose caller pays
 * @param reply - gets the headers
 * @param caller - who sent the request
 */
export function askFor(
  { askGraph, payerOf }: AskForOptions,
  request: FastifyRequest,
  reply: FastifyReply,
  caller: Caller,
): AskGraph {
  if (!payerOf) return askGraph;
  const payer = payerOf(caller, request);
  const tell = (headers: Readonly<Record<string, string>>): unknown => reply.headers(headers);
  return async (query, variables, as, locale) => askGraph(query, variables, as, locale, { payer, tell });
}
