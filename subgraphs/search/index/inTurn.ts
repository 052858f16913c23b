const turns = new WeakMap<object, Promise<unknown>>();

/**
 * Does work on something after all that was to be done on it before, so that steps that read and then write do not meet.
 *
 * @param what - what is worked on
 * @param work - the work
 * @returns what the work returns
 */
export function inTurn<Result>(what: object, work: () => Promise<Result>): Promise<Result> {
  const before = turns.get(what) ?? Promise.resolve();
  const result = before.then(work, work);
  turns.set(what, result);
  return result;
}
