import type { Executor, ExecutorOptions } from './Executor.ts';

/**
 * Makes the executor of a composed graph.
 *
 * @param options - the graph and how its departments are reached
 * @throws Error when the graph relies on a directive for security or execution that the executor does not know, or
 * names a department that is not connected
 */
export function createExecutor(options: ExecutorOptions): Executor {
  throw new Error(`Not there yet: ${options.supergraphSdl.length}`);
}
