import { parse } from 'graphql';
import { randomUUID } from 'node:crypto';
import { INNER_HEADER } from '../../src/identity/innerHeader.ts';
import { serviceCaller } from '../../src/identity/serviceCaller.ts';
import { signServiceToken } from '../../src/identity/serviceToken.ts';
import type { TokenKeys } from '../../src/identity/TokenKeys.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import type { GraphAnswer, GraphClient } from '../../src/subgraph/GraphClient.ts';
import type { Logger } from '../../src/telemetry/logger.ts';
import type { GatewayContext } from '../GatewayContext.ts';
import { HttpTransport } from '../transport/HttpTransport.ts';
import { INNER_DOOR } from '../http/innerRoute.ts';
import type { InnerCalls } from './InnerCalls.ts';

/** How a department in a process of its own asks the graph. */
export interface GatewayClientOptions {
  readonly department: string;
  /** Where the gateway listens, for instance `http://127.0.0.1:4000`. */
  readonly gatewayUrl: string;
  /** Of the purpose `service`, the department's own. */
  readonly keys: TokenKeys;
  readonly calls: Pick<InnerCalls, 'proofOf'>;
  readonly logger: Logger;
}

/** A token lives for 30 s; it is used for a part of them. */
const FRESH_MS = 10_000;
const DEADLINE_MS = 15_000;

/**
 * Makes the graph as a department in a process of its own sees it: the gateway, asked over HTTP in the department's own name, or in the
 * name of a caller of the moment, which the gateway's own header proves. It can speak for nobody else.
 *
 * @param options - see {@link GatewayClientOptions}
 */
export function gatewayClient(options: GatewayClientOptions): GraphClient & { close(): Promise<void> } {
  const { department, gatewayUrl, calls, logger } = options;
  const token = freshToken(options);
  const own = serviceCaller(department);
  const transport = new HttpTransport(
    { name: 'gateway', title: '网关' },
    {
      url: new URL(INNER_DOOR, gatewayUrl).href,
      logger,
      deadlineMs: DEADLINE_MS,
      headersOf: async ({ request }) => ({ authorization: await token(), ...proofOf(calls, request.caller, own) }),
    },
  );
  return {
    async ask<T extends object>(query: string, variables = {}, caller = own) {
      const answer = await transport.fetch({
        query,
        document: parse(query, { noLocation: true }),
        operationName: undefined,
        variables,
        context: contextOf(caller),
      });
      return {
        data: answer.data as GraphAnswer<T>['data'],
        errors: (answer.errors ?? []).map(({ message, path = [], extensions }) => ({
          message,
          path,
          code: typeof extensions?.['code'] === 'string' ? extensions['code'] : '',
        })),
      };
    },
    close: async () => transport.close(),
  };
}

function proofOf(calls: Pick<InnerCalls, 'proofOf'>, caller: Caller, own: Caller): Readonly<Record<string, string>> {
  if (caller === own) return {};
  const proof = calls.proofOf(caller);
  if (proof === undefined) throw new Error('A department may ask in its own name or in that of who is calling it.');
  return { [INNER_HEADER]: proof };
}

function contextOf(caller: Caller): GatewayContext {
  return {
    request: { caller, requestId: randomUUID(), now: new Date(), locale: 'en' },
    reply: { isFormatted: false },
  };
}

function freshToken({ keys, department }: GatewayClientOptions): () => Promise<string> {
  let signed: { readonly token: Promise<string>; readonly at: number } | undefined;
  return async () => {
    if (signed === undefined || performance.now() - signed.at > FRESH_MS) {
      signed = { token: signServiceToken(keys, department), at: performance.now() };
    }
    return signed.token;
  };
}
