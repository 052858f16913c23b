import type { Caller } from '../../src/identity/Caller.ts';
import { GatewayError } from '../errors/GatewayError.ts';
import { doorOf, type Door } from './Door.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Decides what a caller counts as at a door.
 *
 * At the door of its audience it is who it is. At a narrower one it is anybody of that door's audience: without its department, its
 * enterprise, its organisation and its scopes, so that coordinates and rows are those of the door. Its name stays, for its
 * budget and for the audit, and so does what binds it to trusted documents.
 *
 * @param caller - by its credentials
 * @param door - where it stands
 * @throws GatewayError `DOOR_NEEDS_CREDENTIALS` without credentials, `DOOR_OF_OTHERS` where the door is for another audience
 */
export function enterDoor(caller: Caller, door: Door): Caller {
  if (caller.audience === door.audience) return caller;
  const { operator, client, documents, audience } = caller;
  if (door.admits.includes(audience)) {
    return {
      audience: door.audience,
      scopes: NONE,
      ...(operator === undefined ? {} : { operator }),
      ...(client === undefined ? {} : { client }),
      ...(documents === undefined ? {} : { documents }),
    };
  }
  const yours = doorOf(audience).path;
  const isNobody = operator === undefined && client === undefined;
  throw new GatewayError(isNobody ? 'DOOR_NEEDS_CREDENTIALS' : 'DOOR_OF_OTHERS', { door: door.path, yours });
}
