import { types } from 'node:util';

/**
 * What to tell a user of an unknown fault: the first line of an error's message.
 *
 * @param error - anything that was thrown, from whichever realm: `instanceof` fails across them
 */
export function messageOf(error: unknown): string {
  const message = types.isNativeError(error) ? error.message : String(error);
  return message.trim().split('\n')[0] ?? '';
}
