import type { BenchVariables } from './benchQueries.ts';

/**
 * Asks a server one query.
 *
 * @param url - of the server
 * @param query - its text
 * @param variables - of the request
 * @returns the answer's `data`
 * @throws Error where anything of it is missing
 */
export async function askGraph(url: string, query: string, variables: BenchVariables): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined) throw new Error(`${url} answers with errors: ${JSON.stringify(errors).slice(0, 500)}`);
  return data;
}
