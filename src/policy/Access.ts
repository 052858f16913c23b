import { AUDIENCES, type Audience } from '../identity/Caller.ts';

/** What a caller must be and hold to use a coordinate. */
export interface Access {
  /** The narrowest audience that the coordinate exists for. */
  readonly audience: Audience;
  /** Scopes that must all be held; sorted, without repetition. */
  readonly scopes: readonly string[];
  /** Whether it is withheld even from the enterprise concerned. */
  readonly notSubject?: true;
}

/** The level that everybody meets. */
export const OPEN_ACCESS: Access = Object.freeze({ audience: 'OPEN', scopes: [] });

/**
 * Joins levels into the one that demands what each of them demands.
 *
 * @param levels - any number of levels; none of them gives the open one
 */
export function strictest(levels: readonly Access[]): Access {
  const rank = Math.max(0, ...levels.map(({ audience }) => AUDIENCES.indexOf(audience)));
  return {
    audience: AUDIENCES[rank] ?? 'INTERNAL',
    scopes: [...new Set(levels.flatMap(({ scopes }) => scopes))].sort(),
    ...(levels.some(({ notSubject }) => notSubject) ? { notSubject: true } : {}),
  };
}

/**
 * Tells whether a level demands anything that another does not.
 *
 * @param level - the level in question
 * @param granted - a level that the caller is known to meet
 */
export function exceeds(level: Access, granted: Access): boolean {
  return (
    AUDIENCES.indexOf(level.audience) > AUDIENCES.indexOf(granted.audience) ||
    (level.notSubject === true && granted.notSubject !== true) ||
    level.scopes.some((scope) => !granted.scopes.includes(scope))
  );
}
