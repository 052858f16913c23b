import type { Logger } from 'pino';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Orchestrators kill after 10 s by default; leaving before that keeps the exit code ours. */
const LIMIT_MS = 9_500;

/**
 * Ends the process in order at the first SIGTERM or SIGINT: `stop` is awaited, then the process exits with 0.
 *
 * It exits with 1 when `stop` fails or takes longer than 9.5 s, and at once at a second signal.
 *
 * @param stop - closes all that is open
 * @param logger - where the reason is written
 */
export function stopOnSignals(stop: () => Promise<void>, logger: Logger): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.error('stopping took too long');
      process.exit(1);
    }, LIMIT_MS).unref();
    stop().then(
      () => {
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
}
