import { connectDepartments } from '../../../gateway/connectDepartments.ts';
import { loadDepartments } from '../../../gateway/departments.ts';
import { loadConfig } from '../../../src/config/env.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';
import { startMonolith } from '../monolith/startMonolith.ts';
import { answerParent } from '../process/answerParent.ts';

// One Apollo Server over one schema: the same resolvers, guards, data layer and HTTP server, without federation.
const config = loadConfig();
const connected = await connectDepartments(await loadDepartments(), config, config.mongodbUri ?? '');
const monolith = await startMonolith(connected.subgraphs, createLogger(config));
answerParent({}, monolith.url, async () => {
  await monolith.stop();
  await connected.close();
});
