import { appendFileSync } from 'node:fs';

/** Names the file, from the global set-up on, to all processes of a run. */
export const RUN_LOG = 'RUN_LOG_FOR_TESTS';

/**
 * Keeps what the product says in a test: lines of its logs, what its programs write to standard error, and errors that it answers. All of it is
 * searched for secrets at the end of the run. Outside of a run, as in a benchmark, nothing is kept.
 *
 * @param said - text as it was written
 */
export function keepSaid(said: string | Uint8Array): void {
  const path = process.env[RUN_LOG];
  if (path !== undefined) appendFileSync(path, said);
}
