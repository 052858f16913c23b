import { AUDIENCES, holdsScope, type Caller } from '../identity/Caller.ts';
import type { Access } from './Access.ts';

/**
 * Tells whether a caller meets an access level, where no field is resolved that a guard could stand before: in a view that speaks of
 * facts of a guarded type without returning them.
 *
 * @param caller - who asks
 * @param access - the level
 */
export function meetsAccess(caller: Caller, { audience, scopes, notSubject }: Access): boolean {
  const reaches = AUDIENCES.indexOf(caller.audience) >= AUDIENCES.indexOf(audience);
  const isWithheld = notSubject === true && caller.subject !== undefined;
  return reaches && !isWithheld && scopes.every((scope) => holdsScope(caller, scope));
}
