import type { GraphiQLProps } from 'graphiql';

/**
 * Makes the function that sends an operation to a door. The browser adds `accept-language`, so messages come in the reader's
 * language.
 *
 * @param path - of the door
 * @param credentials - headers of whoever the reader is; what is typed in the explorer comes before them
 */
export function fetchGraphQL(
  path: string,
  credentials: Readonly<Record<string, string>>,
): NonNullable<GraphiQLProps['fetcher']> {
  return async (parameters, options) => {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...credentials,
        ...(options?.headers as Record<string, string> | undefined),
      },
      body: JSON.stringify(parameters),
    });
    return response.json() as Promise<Record<string, unknown>>;
  };
}
