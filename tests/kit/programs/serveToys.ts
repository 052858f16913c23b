import { pino } from 'pino';
import { startGateway } from '../../../gateway/startGateway.ts';
import { stopOnSignals } from '../../../gateway/stopOnSignals.ts';
import { ANONYMOUS } from '../../../src/identity/Caller.ts';
import { toySubgraphs } from '../toySubgraphs.ts';

const logger = pino({ level: 'silent' });
const gateway = await startGateway({
  subgraphs: toySubgraphs().subgraphs,
  identify: async () => Promise.resolve(ANONYMOUS),
  ready: async () => Promise.resolve({ ok: true, details: {} }),
  logger,
  port: 0,
  host: '127.0.0.1',
});
stopOnSignals(gateway.stop, logger);
process.stdout.write(`${gateway.url}\n`);
