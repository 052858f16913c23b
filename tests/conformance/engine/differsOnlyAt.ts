import { compareErrors, isTold } from './compareErrors.ts';
import type { CaseOutcome } from './runCase.ts';

/** Response names of introspection in these documents; what it lists has no order. */
export const INTROSPECTED: ReadonlySet<string> = new Set(['__schema', '__type', 'shape', 'mark']);

type Path = readonly (string | number)[];

/** A place where two answers have different data. */
interface Place {
  readonly path: Path;
  /** What is there in either of them. */
  readonly values: readonly unknown[];
}

/**
 * Tells whether the own answer and that of `@apollo/gateway` differ, and nowhere but at some fields: there, below them,
 * or above them as far up as a null went. Errors have to be at such places as well, or the own ones come from there.
 *
 * @param outcome - of the case
 * @param isMeant - tells whether a field may differ, by its name
 */
export function differsOnlyAt({ own, apollo }: CaseOutcome, isMeant: (name: string) => boolean): boolean {
  const places = differingPlaces(own.data ?? null, apollo.data ?? null, []);
  const told = compareErrors(own, apollo).map(placeIn);
  const meets = (path: Path): boolean => path.some((key) => isMeant(fieldNameOf(key)));
  const causes = (own.errors ?? []).flatMap(({ path = [] }) => (meets(path) ? [path] : []));
  const comesFrom = (place: Path): boolean => causes.some((path) => isOnTheWay(place, path));
  return (
    places.length + told.length > 0 &&
    places.every(({ path, values }) => meets(path) || values.some((value) => meets(keysBelow(value)))) &&
    told.every((path) => meets(path) || comesFrom(path) || places.some((place) => isOnTheWay(place.path, path)))
  );
}

/**
 * Tells whether the answer of `@apollo/gateway` has all that the own one has but some values, each at a place of which
 * its path tells that it may be missing.
 *
 * @param outcome - of the case
 * @param mayMiss - tells by the names of the fields on the way
 */
export function lacksOnly({ own, apollo }: CaseOutcome, mayMiss: (names: readonly string[]) => boolean): boolean {
  const places = differingPlaces(own.data ?? null, apollo.data ?? null, []);
  return (
    places.length > 0 &&
    places.every(({ path, values: [, said] }) => said === undefined && mayMiss(path.map(fieldNameOf)))
  );
}

/**
 * Tells whether the answer of `@apollo/gateway` differs only by fields that are null, and by objects that are null or lack something,
 * each of which has such a field.
 *
 * @param outcome - of the case
 * @param isMeant - tells whether it is the field, by its name
 */
export function losesOnly({ own, apollo }: CaseOutcome, isMeant: (name: string) => boolean): boolean {
  const places = differingPlaces(own.data ?? null, apollo.data ?? null, []);
  return (
    places.length > 0 &&
    places.every(({ path, values: [said, other] }) => {
      const object = other === undefined ? valueAt(own.data, path.slice(0, -1)) : said;
      const names = [String(path.at(-1)), ...keysBelow(object)].map(fieldNameOf);
      return (other ?? null) === null && names.some(isMeant);
    })
  );
}

/**
 * Tells whether the answer of `@apollo/gateway` differs only by nulls in the place of some values.
 *
 * @param outcome - of the case
 * @param isMeant - tells whether it may be null, by the right value
 */
export function nullsOnly({ own, apollo }: CaseOutcome, isMeant: (value: unknown) => boolean): boolean {
  const places = differingPlaces(own.data ?? null, apollo.data ?? null, []);
  return places.length > 0 && places.every(({ values: [said, other] }) => (other ?? null) === null && isMeant(said));
}

/**
 * Tells whether `@apollo/gateway` says of no error that the own answer does not tell of as well.
 *
 * @param outcome - of the case
 */
export function isSilentAbout({ own, apollo }: CaseOutcome): boolean {
  // An error that moves a null up as far as the other answer has none stands at another place.
  const errors = (apollo.errors ?? []).filter((error) => !isTold(own, error));
  return compareErrors(own, { ...apollo, errors }).every((line) => line.startsWith('only own: '));
}

/**
 * Tells whether the own answer and that of `@apollo/gateway` hold the same, whatever the order of keys and of what introspection lists.
 *
 * @param outcome - of the case
 */
export function hasEqualData({ own, apollo }: Pick<CaseOutcome, 'own' | 'apollo'>): boolean {
  return differingPlaces(own.data ?? null, apollo.data ?? null, []).length === 0;
}

/**
 * What stands at a place; `undefined` where nothing does.
 *
 * @param data - of an answer
 * @param path - the place
 */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isEntries(value) ? value[key] : undefined), data);
}

/**
 * Tells whether the own answer and that of `@apollo/gateway` differ nowhere but at or below some places, data and errors.
 *
 * @param outcome - of the case
 * @param above - the places
 */
export function differsOnlyBelow({ own, apollo }: CaseOutcome, above: readonly Path[]): boolean {
  const places = differingPlaces(own.data ?? null, apollo.data ?? null, []).map(({ path }) => path);
  return [...places, ...compareErrors(own, apollo).map(placeIn)].every((path) =>
    above.some((one) => isOnTheWay(one, path)),
  );
}

/**
 * The field that stands under a response name, as documents of random cases name fields.
 *
 * @param key - response name or list index
 */
export function fieldNameOf(key: string | number): string {
  return String(key)
    .replace(/^a\d_/, '')
    .replace(/(?<=\w)_\d+$/, '');
}

/** Lists are objects with numbers for keys. */
function differingPlaces(one: unknown, other: unknown, path: Path): Place[] {
  if (one === other || INTROSPECTED.has(String(path.at(-1)))) return [];
  if (!isEntries(one) || !isEntries(other) || Array.isArray(one) !== Array.isArray(other))
    return [{ path, values: [one, other] }];
  if (Array.isArray(one) && one.length !== (other as unknown as readonly unknown[]).length)
    return [{ path, values: [one, other] }];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) => differingPlaces(one[key], other[key], [...path, key]));
}

function keysBelow(value: unknown): string[] {
  if (!isEntries(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysBelow(inner)]);
}

/**
 * The place that a line of `compareErrors` tells of.
 *
 * @param line - without a place for an error without one
 */
export function placeIn(line: string): Path {
  return / at (?<place>\S+)$/.exec(line)?.groups?.['place']?.split('.') ?? [];
}

function isOnTheWay(one: Path, other: Path): boolean {
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter).join() === other.slice(0, shorter).join();
}

function isEntries(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
