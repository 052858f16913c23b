import { randomUUID } from 'node:crypto';

/** An id that can stand in a log line and a header as it is. */
const SANE = /^[\w.:-]{8,64}$/;

/**
 * The id that a request goes by in replies and in the log: the caller's own if it is a sane one, else a new one.
 *
 * @param given - the `x-request-id` header
 */
export function requestIdOf(given: string | readonly string[] | undefined): string {
  return typeof given === 'string' && SANE.test(given) ? given : randomUUID();
}
