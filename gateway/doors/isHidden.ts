import { AUDIENCES, SERVICE, type Audience } from '../../src/identity/Caller.ts';
import type { Access } from '../../src/policy/Access.ts';

/**
 * Tells whether a coordinate does not exist at the door of an audience: it is for a wider one, it is withheld from the enterprise
 * concerned, or it is for the departments' software only, which comes in by no door.
 *
 * @param level - of the coordinate
 * @param audience - whose door
 */
export function isHidden({ audience: narrowest, scopes, notSubject }: Access, audience: Audience): boolean {
  return (
    AUDIENCES.indexOf(narrowest) > AUDIENCES.indexOf(audience) ||
    (audience === 'SUBJECT' && notSubject === true) ||
    scopes.some((scope) => scope.startsWith(`${SERVICE}:`))
  );
}
