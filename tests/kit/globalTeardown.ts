import { rm } from 'node:fs/promises';

/** Stops the MongoDB that the set-up has started, and removes its folder. */
// eslint-disable-next-line import-x/no-default-export -- jest calls the default export
export default async function globalTeardown(): Promise<void> {
  const server = globalThis.testServer;
  if (server === undefined) return;
  await server.mongo.stop();
  await rm(server.folder, { recursive: true, force: true });
}
