import { types } from 'node:util';
import type { Logger } from 'pino';
import { maskValues } from './maskValues.ts';

/**
 * Logs a fault that callers see masked, under the request id that they were given.
 *
 * The innermost error says what went wrong; its text is masked as well, since messages of the database repeat values.
 *
 * @param logger - the log
 * @param error - the fault, possibly wrapped by graphql-js and the engine
 * @param requestId - the id that the caller may quote
 */
export function logFault(logger: Logger, error: Error, requestId: string): void {
  const fault = innermost(error);
  const place = error as { path?: unknown; extensions?: Readonly<Record<string, unknown>> };
  logger.error(
    {
      requestId,
      path: place.path,
      service: place.extensions?.['service'],
      fault: { type: fault.name, message: maskValues(fault.message), stack: framesOf(fault) },
    },
    'unexpected failure',
  );
}

function innermost(error: Error): Error {
  const inner = 'originalError' in error ? error.originalError : error.cause;
  return types.isNativeError(inner) && inner !== error ? innermost(inner) : error;
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack }: Error): readonly string[] {
  return (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
}
