import { INNER_HEADER, signInnerHeader } from '../../src/identity/innerHeader.ts';
import type { TokenKeys } from '../../src/identity/TokenKeys.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import type { GatewayContext } from '../GatewayContext.ts';

/** A signed header, and when it was signed. */
interface Signed {
  readonly headers: Promise<Readonly<Record<string, string>>>;
  readonly at: number;
}

/** A header lives for 30 s; a fetch may take 10 s of them. */
const FRESH_MS = 15_000;

/**
 * Makes what tells a department in another process who is calling. It is signed once for each request, however often the request asks
 * the department, and again only where the request takes long. Nothing that the caller sent is passed on.
 *
 * @param keys - of the purpose `inner`
 * @param department - the only one that may accept it
 */
export function innerHeaders(
  keys: TokenKeys,
  department: string,
): (context: Pick<GatewayContext, 'request'>) => Promise<Readonly<Record<string, string>>> {
  const known = new WeakMap<RequestContext, Signed>();
  return ({ request }) => {
    const signed = known.get(request);
    if (signed !== undefined && performance.now() - signed.at < FRESH_MS) return signed.headers;
    const headers = signInnerHeader(keys, request, department).then((header) => ({ [INNER_HEADER]: header }));
    known.set(request, { headers, at: performance.now() });
    return headers;
  };
}
