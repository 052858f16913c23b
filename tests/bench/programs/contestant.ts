import { createLogger } from '../../../src/telemetry/logger.ts';
import { benchSubgraphs } from '../engines/benchSubgraphs.ts';
import type { ContestantStart } from '../engines/EngineContestant.ts';
import { startEngine } from '../engines/startEngine.ts';
import { startMonolith } from '../monolith/startMonolith.ts';
import { answerParent } from '../process/answerParent.ts';
import { serveApollo } from '../serve/serveApollo.ts';

const start = JSON.parse(process.env['BENCH_CONTESTANT'] ?? '') as ContestantStart;
const logger = createLogger({ logLevel: 'warn' });
const departments = await benchSubgraphs(start.place);
const server =
  start.engine === 'monolith'
    ? await startMonolith(departments.subgraphs, logger)
    : await serveApollo({ '/graphql': await startEngine(start, departments.subgraphs, logger) });
answerParent({}, server.url, async () => {
  await server.stop();
  await departments.close();
});
