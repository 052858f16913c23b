import type { ApolloServer } from '@apollo/server';
import { randomUUID } from 'node:crypto';
import type { Locale } from '../src/errors/AppError.ts';
import type { Caller } from '../src/identity/Caller.ts';
import type { GraphAnswer } from '../src/subgraph/GraphClient.ts';
import type { GatewayContext } from './GatewayContext.ts';

/** Runs one operation in the name of a caller; words that depend on the language are English unless another is given. */
export type AskGraph = <T extends object>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  caller: Caller,
  locale?: Locale,
) => Promise<GraphAnswer<T>>;

/**
 * Makes the function that asks the graph from inside, by the same way as a client's request goes but HTTP.
 *
 * @param apollo - a started server
 * @param clock - tells the time
 */
export function askGraph(apollo: ApolloServer<GatewayContext>, clock: () => Date): AskGraph {
  return async <T extends object>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    caller: Caller,
    locale: Locale = 'en',
  ) => {
    const request = { caller, requestId: randomUUID(), now: clock(), locale };
    const { body } = await apollo.executeOperation(
      { query, variables },
      { contextValue: { request, reply: { isFormatted: false } } },
    );
    const { data = null, errors = [] } = body.kind === 'single' ? body.singleResult : {};
    return {
      data: data as GraphAnswer<T>['data'],
      errors: errors.map(({ message, path = [], extensions }) => ({
        message,
        path,
        code: codeOf(extensions),
      })),
    };
  };
}

function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): string {
  const code = extensions?.['code'];
  return typeof code === 'string' ? code : '';
}
