import { createLogger } from '../../../src/telemetry/logger.ts';
import { benchSubgraphs } from '../engines/benchSubgraphs.ts';
import type { DataPlace } from '../engines/engineQueries.ts';
import { answerParent } from '../process/answerParent.ts';
import { serveDepartments } from '../serve/serveDepartments.ts';

// All departments in one process apart from the gateway's, each at a path of its own.
const departments = await benchSubgraphs(process.env['BENCH_PLACE'] as DataPlace);
const server = await serveDepartments(departments.subgraphs, createLogger({ logLevel: 'warn' }));
answerParent({}, server.url, async () => {
  await server.stop();
  await departments.close();
});
