import { ANONYMOUS, type Caller } from '../../src/identity/Caller.ts';
import { doorsOf, leaksAt } from './derivedDoors.ts';
import { stageFacts, WRITTEN, type Stage } from './stageFacts.ts';

/** What was found at the doors of departments. */
export interface Found {
  /** Where something was given away: a root field or entity with the field of an enterprise. */
  readonly open: readonly string[];
  /** Root fields and entities that gave nothing away. */
  readonly tight: readonly string[];
}

const SEED = 7;
const DAYS = ['2026-06-15', '2026-12-01'];

/**
 * Enters every door of departments as the public, and as someone internal of no department, and lists where something was given away
 * that the rule hides. Meant for tests that have taken out a part of the product: they must find something.
 *
 * @param names - the departments
 * @param prepare - what is done before; views follow to the end unless given
 */
export async function findLeaks(
  names: readonly string[],
  prepare: (stage: Stage) => Promise<void> = ({ city }) => city.settle(WRITTEN.at(-1)),
): Promise<Found> {
  const stage = await stageFacts(120, SEED);
  await prepare(stage);
  // Of no department, but with the right to lists of proposed links, which nobody else could enter.
  const outsider: Caller = {
    audience: 'INTERNAL',
    operator: 'x',
    scopes: new Set(names.map((name) => `${name}:link:read`)),
  };
  const open = new Set<string>();
  const doors = new Set<string>();
  try {
    for (const name of names) {
      for (const door of doorsOf(stage, name)) {
        doors.add(door.name);
        for (const caller of [ANONYMOUS, outsider]) {
          for (const day of DAYS) {
            const { leaks } = await leaksAt(stage, name, door, caller, new Date(`${day}T04:00:00Z`));
            for (const { place } of leaks) open.add(viewOf(place));
          }
        }
      }
    }
  } finally {
    await stage.close();
  }
  const tight = [...doors].filter((door) => ![...open].some((place) => place === door || place.startsWith(`${door}.`)));
  return { open: [...open].sort(), tight: tight.sort() };
}

/** Of an enterprise each field is a door. */
function viewOf(place: string): string {
  const [door = '', field = ''] = place.split('.');
  return door === '_entities of Enterprise' ? `${door}.${field}` : door;
}
