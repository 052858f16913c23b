import type { GraphiQLProps } from 'graphiql';

/**
 * Sends an operation to the graph. The browser adds `accept-language`, so messages come in the reader's language.
 *
 * @param parameters - the operation as the explorer holds it
 * @param options - headers that the reader typed, a department's token for instance
 */
export const fetchGraphQL: GraphiQLProps['fetcher'] = async (parameters, options) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(options?.headers as Record<string, string> | undefined),
    },
    body: JSON.stringify(parameters),
  });
  return response.json() as Promise<Record<string, unknown>>;
};
