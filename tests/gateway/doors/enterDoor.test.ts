import { DOORS, doorOf } from '../../../gateway/doors/Door.ts';
import { enterDoor } from '../../../gateway/doors/enterDoor.ts';
import type { GatewayError } from '../../../gateway/errors/GatewayError.ts';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';

const AGENCY: Caller = { audience: 'AGENCY', operator: 'client:a', client: 'a', organisation: 'U', scopes: new Set() };
const SUBJECT: Caller = { audience: 'SUBJECT', subject: '91350100M000100Y43', operator: 'li', scopes: new Set() };
const TAX: Caller = { audience: 'INTERNAL', department: 'tax', operator: 'wang', scopes: new Set(['tax:*']) };
const KEYED: Caller = { audience: 'OPEN', client: 'k', scopes: new Set() };

/** What a caller counts as at each door, or the code it is refused with. */
function everywhere(caller: Caller): readonly unknown[] {
  return DOORS.map((door) => {
    try {
      return enterDoor(caller, door);
    } catch (error) {
      return (error as GatewayError).code;
    }
  });
}

describe('enterDoor', () => {
  const none = new Set();

  it('lets the public in at the open door only, with or without a key', () => {
    const closed = ['DOOR_NEEDS_CREDENTIALS', 'DOOR_NEEDS_CREDENTIALS', 'DOOR_NEEDS_CREDENTIALS'];
    expect(everywhere(ANONYMOUS)).toEqual([ANONYMOUS, ...closed]);
    expect(everywhere(KEYED)).toEqual([KEYED, 'DOOR_OF_OTHERS', 'DOOR_OF_OTHERS', 'DOOR_OF_OTHERS']);
  });

  it('takes from a wider caller what the door does not know, all but its name', () => {
    const asPublic = { audience: 'OPEN', scopes: none };
    expect(everywhere(AGENCY)).toEqual([
      { ...asPublic, operator: 'client:a', client: 'a' },
      AGENCY,
      'DOOR_OF_OTHERS',
      'DOOR_OF_OTHERS',
    ]);
    expect(everywhere(SUBJECT)).toEqual([{ ...asPublic, operator: 'li' }, 'DOOR_OF_OTHERS', SUBJECT, 'DOOR_OF_OTHERS']);
    expect(everywhere(TAX)).toEqual([
      { ...asPublic, operator: 'wang' },
      { audience: 'AGENCY', scopes: none, operator: 'wang' },
      'DOOR_OF_OTHERS',
      TAX,
    ]);
  });

  it('leaves a client bound to trusted documents, wherever it comes in', () => {
    const bound = everywhere({ ...AGENCY, documents: 'TRUSTED' });
    expect(bound.slice(0, 2)).toMatchObject([{ documents: 'TRUSTED' }, { documents: 'TRUSTED' }]);
  });

  it('says which door is meant for the caller', () => {
    const refusal = (caller: Caller) => () => enterDoor(caller, doorOf('INTERNAL'));
    expect(refusal(ANONYMOUS)).toThrow(
      /\/internal\/graphql asks for credentials; without them, \/open\/graphql is open/,
    );
    expect(refusal(SUBJECT)).toThrow(/\/internal\/graphql is not for these credentials; theirs is \/my\/graphql/);
  });
});
