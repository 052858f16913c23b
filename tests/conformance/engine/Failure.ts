/**
 * How a subgraph fails:
 * - `throws`: an error without a code at a field;
 * - `coded`: an error with a code and details at a field;
 * - `nulls`: null at a field that is not nullable;
 * - `misses`: null for some entities that it was asked for;
 * - `refuses`: an error for one entity that it was asked for;
 * - `down`: every fetch fails as a whole, with an error that has no path;
 * - `silent`: every fetch is answered with `data: null`, and no error.
 */
export const FAILURES = ['throws', 'coded', 'nulls', 'misses', 'refuses', 'down', 'silent'] as const;

/** One of {@link FAILURES}. */
export type FailureKind = (typeof FAILURES)[number];

/** Instead of a subgraph: whichever is asked for the entity. */
export const ANYWHERE = -1;

/** One failure of one subgraph. */
export interface Failure {
  readonly kind: FailureKind;
  readonly subgraph: number;
  /** The type whose field or entities fail; unused where the subgraph fails as a whole. */
  readonly type: string;
  /** The field that fails; unused for entities. */
  readonly field: string;
  /** Only objects with an odd number fail. */
  readonly half: boolean;
}

/** One operation being answered by one engine: what fails meanwhile, and what has happened. */
export interface Run {
  readonly failures: readonly Failure[];
  /** Failures that made a difference. */
  readonly happened: Set<Failure>;
  /** The mutations that were carried out, in order. */
  readonly mutations: string[];
}

/**
 * A run in which nothing has happened yet.
 *
 * @param failures - what will fail
 */
export function newRun(failures: readonly Failure[] = []): Run {
  return { failures, happened: new Set(), mutations: [] };
}

/**
 * Finds the failure that hits a field, an entity or a whole fetch, and notes that it did.
 *
 * @param run - the operation
 * @param matches - tells whether a failure hits
 */
export function hit(run: Run, matches: (failure: Failure) => boolean): Failure | undefined {
  const failure = run.failures.find(matches);
  if (failure) run.happened.add(failure);
  return failure;
}
