import { Command } from 'commander';
import { loadConfig } from '../../src/config/env.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { loadDepartments } from '../departments.ts';
import { startCity } from '../startCity.ts';
import { stopOnSignals } from '../stopOnSignals.ts';
import { print } from './print.ts';

/** `credit-graph start`: the database, all departments and the gateway in one process, until a signal ends it. */
export function startCommand(): Command {
  return new Command('start')
    .description('start the database, all departments and the gateway in this process')
    .option('--no-sample', 'leave an empty database empty; in production it always is')
    .action(async ({ sample }: { readonly sample: boolean }) => {
      const config = loadConfig();
      const logger = createLogger(config);
      const withSample = sample && config.nodeEnv !== 'production';
      const city = await startCity(config, logger, await loadDepartments(), { withSample });
      stopOnSignals(city.stop, logger);
      print(`福州市公共信用图谱 · Credit Graph\n  ${city.url}/         GraphiQL\n  ${city.url}/graphql  GraphQL`);
    });
}
