import type { ExecutionResult } from 'graphql';

type Errors = NonNullable<ExecutionResult['errors']>;

/**
 * Codes by which the engines themselves say that something is missing. Departments' errors have other codes in these
 * worlds.
 */
const COMPLETION = new Set(['DATA_INCOMPLETE', 'DOWNSTREAM_SERVICE_ERROR', 'INVALID_GRAPHQL']);

/**
 * Compares the errors of two answers to plans that ask the same.
 *
 * - Errors of departments are compared as a set of code and path: their order follows from which department is faster, how often
 *   an object is refused from how often it is asked for, and their messages are the departments' own.
 * - Errors below a null are one error where the null is, whatever their codes: of several fields that null one parent
 *   "only one error should be added" (GraphQL October 2021, section 6.4.4), and which one, and which of its siblings
 *   failed before it, depends on the order of the fields in the planner's document.
 * - Errors without a path, of a department that failed as a whole, are compared by their codes.
 * - Errors by which an engine itself says that something is missing are compared by place, without code, and only
 *   where no department told of an error: otherwise `@apollo/gateway` keeps silent about them.
 *
 * - An error of `@apollo/gateway` at a field that the answer does not have, while its object is there, is not counted unless the
 *   own answer has it: it asks for fields also for objects of other types than the caller's condition names.
 *
 * @param own - of the product's executor
 * @param apollo - of `@apollo/gateway`
 * @returns one line per error that only one of them has
 */
export function compareErrors(own: ExecutionResult, apollo: ExecutionResult): string[] {
  const isCompared = (error: Errors[number]): boolean => isSelected(error.path, apollo.data) || isTold(own, error);
  const selected = { ...apollo, errors: (apollo.errors ?? []).filter(isCompared) };
  const told = compareLists(linesOf(own, false), linesOf(selected, false));
  const isSilent =
    linesOf(apollo, false).length === 0 && linesOf(own, true).every((line) => !line.endsWith('somewhere'));
  return isSilent ? [...told, ...compareLists(linesOf(own, true), linesOf(apollo, true))] : told;
}

function linesOf({ data, errors = [] }: ExecutionResult, isCompletion: boolean): string[] {
  const lines = errors.flatMap((error) => {
    const code = codeOf(error);
    if (isOfEngine(error) !== isCompletion) return [];
    const name = isCompletion ? 'missing' : code;
    if (!error.path) return [`${name} somewhere`];
    const place = placeOf(error.path, data ?? null);
    const isBelow = place.length < error.path.length;
    return [`${isBelow && !isCompletion ? 'error' : name} at ${place.join('.')}`];
  });
  return [...new Set(lines)];
}

/**
 * Whether an answer tells of an error, by code and path.
 *
 * @param answer - of an engine
 * @param error - of the other one
 */
export function isTold({ errors = [] }: ExecutionResult, error: Errors[number]): boolean {
  return errors.some((one) => codeOf(one) === codeOf(error) && one.path?.join('.') === error.path?.join('.'));
}

/** Whether an error's field is there, or nothing where it would be. */
function isSelected(path: readonly (string | number)[] | undefined, data: unknown): boolean {
  let value = data;
  for (const segment of path ?? []) {
    if (typeof value !== 'object' || value === null) return true;
    if (!Object.hasOwn(value, segment)) return false;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return true;
}

/** The part of a path that the data has. */
function placeOf(path: readonly (string | number)[], data: unknown): readonly (string | number)[] {
  let value = data;
  for (const [at, segment] of path.entries()) {
    if (typeof value !== 'object' || value === null) return path.slice(0, at);
    value = (value as Record<string | number, unknown>)[segment];
  }
  return path;
}

/**
 * Whether an engine says by an error that something is missing.
 *
 * @param error - of an answer
 */
export function isOfEngine(error: Errors[number]): boolean {
  return COMPLETION.has(codeOf(error));
}

/**
 * The code of an error; `none` where it has none.
 *
 * @param error - of an answer
 */
export function codeOf({ extensions }: Errors[number]): string {
  const { code } = extensions;
  return typeof code === 'string' ? code : 'none';
}

function compareLists(own: readonly string[], apollo: readonly string[]): string[] {
  const left = [...apollo];
  const extra = own.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...extra.map((line) => `only own: ${line}`), ...left.map((line) => `only apollo: ${line}`)];
}
