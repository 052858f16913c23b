import { signDevToken } from '../../src/identity/devTokens.ts';
import type { KeyPair } from '../../src/identity/keys.ts';
import { doorPath } from './doorPath.ts';

/** What came back over HTTP, whatever it is. */
export interface HttpAnswer {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** Who asks: nobody in particular, or the staff of a department. */
export interface Asking {
  readonly department: string;
  /** Signs its token. */
  readonly key: KeyPair;
}

/**
 * Sends an operation to a running product.
 *
 * @param url - of the product, without a door
 * @param query - the operation
 * @param variables - of it
 * @param asking - the public unless given
 */
export async function askOver(url: string, query: string, variables: object, asking?: Asking): Promise<HttpAnswer> {
  const token =
    asking && (await signDevToken(asking.key, { department: asking.department, operator: 'tester', ttl: 600 }));
  const response = await fetch(url + doorPath(asking === undefined ? 'OPEN' : 'INTERNAL'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, ...(isJson ? (JSON.parse(text) as object) : {}) };
}
