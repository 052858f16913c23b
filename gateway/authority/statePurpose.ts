import type { IncomingHttpHeaders } from 'node:http';
import { AuthorityError } from '../../src/errors/AuthorityError.ts';
import type { Caller } from '../../src/identity/Caller.ts';
import { isPurpose, PURPOSES } from '../../src/identity/Purpose.ts';

/** In which a caller names what it asks for. */
export const PURPOSE_HEADER = 'x-purpose';

const LIST = Object.keys(PURPOSES).join(', ');

/**
 * Adds the purpose that a request states to its caller.
 *
 * @param caller - by its credentials
 * @param headers - of the request
 * @throws AuthorityError PURPOSE_UNKNOWN for one that is none of the list; it is never taken as absent
 */
export function statePurpose(caller: Caller, headers: IncomingHttpHeaders): Caller {
  const stated = headers[PURPOSE_HEADER];
  if (stated === undefined) return caller;
  if (typeof stated !== 'string' || !isPurpose(stated)) throw new AuthorityError('PURPOSE_UNKNOWN', { purposes: LIST });
  return { ...caller, purpose: stated };
}

/**
 * Refuses a credit agency (征信业管理条例 art. 20, 22), and whoever uses an authorisation, that does not say what it asks for.
 *
 * @param caller - as it counts at the door
 * @param authorisation - that it names; undefined where it names none
 * @throws AuthorityError PURPOSE_REQUIRED
 */
export function demandPurpose({ audience, purpose }: Caller, authorisation?: object): void {
  const isNeeded = audience === 'AGENCY' || authorisation !== undefined;
  if (isNeeded && purpose === undefined) throw purposeRequired();
}

/** The refusal of a request that states no purpose where one is needed. */
export function purposeRequired(): AuthorityError {
  return new AuthorityError('PURPOSE_REQUIRED', { purposes: LIST });
}
