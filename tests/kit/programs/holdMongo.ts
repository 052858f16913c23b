import { loadConfig } from '../../../src/config/env.ts';
import { openMongo } from '../../../src/mongod/openMongo.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';

/** Holds a database as the product does: prints its connection string, and stops it at SIGTERM. */
const config = loadConfig();
const mongo = await openMongo(config, createLogger(config));
process.once('SIGTERM', () => {
  void mongo.stop();
});
process.stdout.write(`${mongo.uri}\n`);
