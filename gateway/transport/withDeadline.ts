/** A department took longer than it may. */
export class DeadlineError extends Error {
  /**
   * @param milliseconds - how long was waited
   */
  constructor(milliseconds: number) {
    super(`No answer within ${milliseconds} ms`);
    this.name = 'DeadlineError';
  }
}

/**
 * Waits for a result, but not for ever. The work itself goes on: JavaScript cannot be interrupted.
 *
 * @param result - what is waited for; a value that is there already costs nothing
 * @param milliseconds - how long is waited
 * @throws DeadlineError after that time
 */
export async function withDeadline<T>(result: T | Promise<T>, milliseconds: number): Promise<T> {
  if (!(result instanceof Promise)) return result;
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineError(milliseconds));
    }, milliseconds);
  });
  try {
    return await Promise.race([result, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
