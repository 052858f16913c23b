import type { ExecutionResult } from 'graphql';

type Path = readonly (string | number)[];
type Entries = Readonly<Record<string, unknown>>;

/**
 * Finds what is wrong with an answer, whatever failed: it may lack values only where it says so, and what it has must
 * be what the graph in one piece answers while nothing fails, in the same order of keys.
 *
 * Any error excuses any null here: a department that has to answer null for an object, since one of its fields must
 * not be null, takes fields away that have no error of their own.
 *
 * @param answer - of an engine
 * @param whole - of the graph in one piece, while nothing failed
 * @param mayMiss - whether a department did not know an entity, which makes its nullable fields null without an error
 * @returns one line per fault
 */
export function judgeAnswer(answer: ExecutionResult, whole: ExecutionResult, mayMiss: boolean): string[] {
  const isExcused = mayMiss || (answer.errors ?? []).length > 0;
  const nulls = (whole.errors ?? []).map(({ path }) => path ?? []);
  const compare = (got: unknown, expected: unknown, path: Path): string[] => {
    if (got === null) return expected === null || isExcused ? [] : [`${at(path)} is null for no reason`];
    if (expected === null) return nulls.some((one) => isOnTheWay(one, path)) ? [] : [`${at(path)} should be null`];
    if (isObject(got) && isObject(expected)) return compareObjects(got, expected, path);
    return got === expected ? [] : [`${at(path)} is ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`];
  };
  /** Lists are objects with numbers for keys. */
  const compareObjects = (got: Entries, expected: Entries, path: Path): string[] => {
    const keys = Object.keys(got);
    const others = Object.keys(expected).join();
    const order = keys.join() === others ? [] : [`${at(path)} has the keys ${keys.join()}, not ${others}`];
    const stepOf = (key: string) => (Array.isArray(got) ? Number(key) : key);
    return [...order, ...keys.flatMap((key) => compare(got[key], expected[key], [...path, stepOf(key)]))];
  };
  return compare(answer.data ?? null, whole.data ?? null, []);
}

/** Whether an error at one place explains a null at the other: it is above it, or its null went up to there. */
function isOnTheWay(error: Path, path: Path): boolean {
  const shorter = Math.min(error.length, path.length);
  return error.slice(0, shorter).join() === path.slice(0, shorter).join();
}

function isObject(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null;
}

function at(path: Path): string {
  return path.length > 0 ? path.join('.') : 'data';
}
