import type { Audience } from '../../src/identity/Caller.ts';

/** An address of the graph, for one audience. */
export interface Door {
  /** Names its address and its file of SDL. */
  readonly name: string;
  /** Whose door it is: what exists there, and what its callers count as. */
  readonly audience: Audience;
  /** Where it is, for instance `/open/graphql`. */
  readonly path: string;
  /** Other addresses of the same door. */
  readonly aliases: readonly string[];
  /** Audiences that may use it beside its own. Whoever does counts as the door's audience, for what exists and for which rows are seen. */
  readonly admits: readonly Audience[];
}

/** All doors of the graph, from the narrowest to the widest. An enterprise's is its own: nobody else counts as one. */
export const DOORS: readonly Door[] = [
  {
    name: 'open',
    audience: 'OPEN',
    path: '/open/graphql',
    aliases: ['/graphql'],
    admits: ['AGENCY', 'SUBJECT', 'INTERNAL'],
  },
  { name: 'agency', audience: 'AGENCY', path: '/agency/graphql', aliases: [], admits: ['INTERNAL'] },
  { name: 'my', audience: 'SUBJECT', path: '/my/graphql', aliases: [], admits: [] },
  { name: 'internal', audience: 'INTERNAL', path: '/internal/graphql', aliases: [], admits: [] },
];

/**
 * The door of an audience.
 *
 * @param audience - as credentials give it
 */
export function doorOf(audience: Audience): Door {
  const door = DOORS.find((each) => each.audience === audience);
  if (!door) throw new Error(`There is no door for ${audience}`);
  return door;
}
