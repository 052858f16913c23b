import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openMongo } from '../../src/mongod/openMongo.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { mongodConfig } from './mongodConfig.ts';
import { keepSaid, RUN_LOG } from './runLog.ts';
import { testFolder } from './testFolder.ts';
import type { TestServer } from './TestServer.ts';

declare global {
  /** The server of this run, handed from the set-up to the teardown. */
  var testServer: TestServer | undefined;
}

/**
 * Starts the one MongoDB that all test files of a run share, as the product itself would, on a folder of its own, where all is kept as
 * well that the product says during the run. `MONGODB_URI_FOR_TESTS` may name a replica set to use instead; otherwise it is set here,
 * and workers inherit it.
 */
// eslint-disable-next-line import-x/no-default-export -- jest calls the default export
export default async function globalSetup(): Promise<void> {
  const folder = await testFolder();
  // Temporary folders of all tests are made in it.
  process.env['TMPDIR'] = folder;
  globalThis.testServer = { folder };
  process.env[RUN_LOG] = join(folder, 'said.log');
  keepSaid('');
  if (process.env['MONGODB_URI_FOR_TESTS']) return;
  const config = mongodConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' });
  const mongo = await openMongo(config, createLogger(config)).catch(async (error: unknown) => {
    await rm(folder, { recursive: true });
    throw error;
  });
  process.env['MONGODB_URI_FOR_TESTS'] = mongo.uri;
  globalThis.testServer = { folder, mongo };
}
