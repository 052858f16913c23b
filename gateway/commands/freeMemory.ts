import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this nothing is done, in bytes. */
const ENOUGH = 280 * 1_048_576;
/** So that a process that needs more than that is not busy with it, in milliseconds. */
const APART_MS = 1_000;

let collect: (() => void) | undefined;
let lastAt = -Infinity;

/**
 * Has garbage collected where a long command has grown large. V8 lets garbage grow while the machine has memory; a file of any length is to
 * be imported beside a database that needs it. Not for a process that serves: it stops for some tens of milliseconds.
 */
export function freeMemory(): void {
  if (process.memoryUsage.rss() < ENOUGH || performance.now() - lastAt < APART_MS) return;
  collect ??= exposedCollector();
  collect();
  lastAt = performance.now();
}

/** The function exists only in contexts that are made after the flag was set. */
function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
