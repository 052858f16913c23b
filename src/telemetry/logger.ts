import { pino, type DestinationStream, type Logger } from 'pino';
import { build as prettyStream } from 'pino-pretty';
import type { Config } from '../config/env.ts';

export type { Logger } from 'pino';

/**
 * Fields that are blanked wherever a caller logs them by mistake, one level deep as well: credentials, and all that
 * may identify a person. Log lines name facts by id and enterprises by nothing at all.
 */
const REDACTED = ['authorization', 'cookie', 'token', 'password', 'uri', 'idNumber', 'personName', 'variables'].flatMap(
  (field) => [field, `*.${field}`],
);

/**
 * Makes the logger of a process: one JSON object a line, on standard error, since standard output carries results. A
 * person at a terminal reads plain lines instead.
 *
 * @param config - its level; `silent` writes nothing
 * @param destination - where lines go instead of standard error
 */
export function createLogger(config: Pick<Config, 'logLevel'>, destination?: DestinationStream): Logger {
  return pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: [...REDACTED, 'req.headers', 'headers'], censor: '[redacted]' },
    },
    destination ?? standardError(),
  );
}

function standardError(): DestinationStream {
  const lines = pino.destination({ dest: 2, sync: true });
  return process.stderr.isTTY
    ? prettyStream({
        destination: lines,
        translateTime: 'SYS:HH:MM:ss',
        ignore: 'pid,hostname',
        singleLine: true,
        sync: true,
      })
    : lines;
}
