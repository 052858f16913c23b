import { doorOf } from '../../gateway/doors/Door.ts';
import { ANONYMOUS, type Audience } from '../../src/identity/Caller.ts';
import type { Identify } from '../../src/identity/identifyCaller.ts';

/**
 * Where callers of an audience ask: the one place where tests choose a door.
 *
 * @param audience - the caller's
 */
export function doorPath(audience: Audience): string {
  return doorOf(audience).path;
}

/**
 * Where a request with some headers asks: the door of whoever they name, the public's where they name nobody.
 *
 * @param headers - of the request
 * @param identify - tells callers apart
 */
export async function doorPathFor(headers: Readonly<Record<string, string>>, identify: Identify): Promise<string> {
  const caller = await identify(headers['authorization'], headers['x-api-key']).catch(() => ANONYMOUS);
  return doorPath(caller.audience);
}

/** Headers that a door asks for beside credentials: credit agencies say what they ask for. */
export function doorHeaders(path: string): Readonly<Record<string, string>> {
  return path === doorPath('AGENCY') ? { 'x-purpose': 'CREDIT_SERVICE' } : {};
}
