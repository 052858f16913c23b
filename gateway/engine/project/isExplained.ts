import type { LostField } from '../execute/Run.ts';
import type { Place } from './Projection.ts';

/** What a run knows about its failures. */
export interface Failures {
  readonly errors: readonly { readonly path?: Place | undefined }[];
  readonly lost: readonly LostField[];
}

/**
 * Tells whether a failure that the caller reads of already is why a value is missing: then nothing is added, since
 * "only one error should be added to the errors list per field" (GraphQL, section 6.4.4).
 *
 * An error explains what is missing at, above and below its own place, and what is missing beside it in the same
 * object: the department gave the object up for it, or did not get what it requires. One without a place explains
 * everything.
 *
 * @param place - where a value is missing
 * @param failures - of the run
 */
export function isExplained(place: Place, { errors, lost }: Failures): boolean {
  const names = place.filter((segment) => typeof segment === 'string');
  if (lost.some(({ path }) => startsWith(names, path))) return true;
  const holder = place.length > 1 ? place.slice(0, -1) : place;
  return errors.some(({ path = [] }) => startsWith(place, path) || startsWith(path, holder));
}

function startsWith(place: Place, beginning: Place): boolean {
  return beginning.length <= place.length && beginning.every((segment, index) => segment === place[index]);
}
