import { Command } from 'commander';
import { loadConfig } from '../../src/config/env.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { startDepartment } from '../department/startDepartment.ts';
import { loadDepartments } from '../departments.ts';
import { stopOnSignals } from '../stopOnSignals.ts';
import { print } from './print.ts';
import { readPort } from './readPort.ts';

/** What is typed behind the command. */
interface SubgraphWords {
  readonly port: number;
  readonly host: string;
}

const PORT = 4_101;

/** `credit-graph subgraph <name>`: one department in a process of its own, until a signal ends it. */
export function subgraphCommand(): Command {
  return new Command('subgraph')
    .description('run one department in this process; it answers its gateway only')
    .argument('<department>', 'name of the department')
    .option('--port <number>', '0 takes a free one', readPort, PORT)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .action(async (name: string, { port, host }: SubgraphWords) => {
      const config = loadConfig();
      const logger = createLogger(config);
      const { gatewayUrl } = config;
      const department = await startDepartment(config, logger, await loadDepartments(), {
        ...{ name, port, host, gatewayUrl },
      });
      stopOnSignals(department.stop, logger);
      print(`${name} ${department.url}/graphql`);
    });
}
