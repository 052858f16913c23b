import { SERVICE, type Caller } from './Caller.ts';

/** Held by a department's own software and by no token: what a person may never do by hand asks for it. */
const EFFECT = 'effect';

/**
 * The identity by which a department's software asks other departments, never given to a person.
 *
 * @param department - spelt like its folder
 */
export function serviceCaller(department: string): Caller {
  return {
    audience: 'INTERNAL',
    department,
    operator: `${SERVICE}:${department}`,
    scopes: new Set([`${department}:*`, `${SERVICE}:${department}:${EFFECT}`]),
  };
}
