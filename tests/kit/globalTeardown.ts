import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { findSecrets } from './findSecrets.ts';
import { RUN_LOG } from './runLog.ts';

/** More are not told; the first ones lead to the fault. */
const MOST_TOLD = 20;

/**
 * Fails the run where the product said a secret in any of its tests; then stops the MongoDB that the set-up has started, and removes its folder.
 *
 * The run fails by its exit code alone: an error here would keep jest from writing its report.
 */
// eslint-disable-next-line import-x/no-default-export -- jest calls the default export
export default async function globalTeardown(): Promise<void> {
  refuseSecrets();
  const server = globalThis.testServer;
  if (server === undefined) return;
  await server.mongo?.stop();
  await rm(server.folder, { recursive: true, force: true });
}

function refuseSecrets(): void {
  const path = process.env[RUN_LOG];
  if (path === undefined) return;
  const found = findSecrets(readFileSync(path, 'utf8'));
  if (found.length === 0) return;
  const told = found.slice(0, MOST_TOLD).map(({ kind, text }) => `  ${kind}: ${text}\n`);
  process.stderr.write(`The product said ${found.length} secrets in what it logged or answered:\n${told.join('')}`);
  process.exitCode = 1;
}
