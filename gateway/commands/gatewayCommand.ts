import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { Command, InvalidArgumentError } from 'commander';
import { loadConfig } from '../../src/config/env.ts';
import { messageOf } from '../../src/errors/messageOf.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { startForeignGateway } from '../foreign/startForeignGateway.ts';
import { loadDepartments } from '../departments.ts';
import { readSubgraphs } from '../remote/readSubgraphs.ts';
import { startRemoteGateway } from '../remote/startRemoteGateway.ts';
import { stopOnSignals } from '../stopOnSignals.ts';
import { print } from './print.ts';
import { readPort } from './readPort.ts';

/** What is typed behind the command. */
interface GatewayWords {
  readonly subgraphs?: string;
  readonly supergraph?: string;
  readonly foreign: boolean;
  readonly port: number;
  readonly host: string;
  readonly expose: boolean;
}

const PORT = 4_000;

/** `credit-graph gateway`: serves departments in processes of their own, or any other composed graph, until a signal ends it. */
export function gatewayCommand(): Command {
  return new Command('gateway')
    .description('serve departments that run in processes of their own, or any other composed Federation 2 graph')
    .option('--subgraphs <file>', 'where the departments answer (YAML)')
    .option('--supergraph <file>', 'the composed graph, with its join directives')
    .option(
      '--foreign',
      'any graph, without the access rules of this product: whoever reaches it may ask everything',
      false,
    )
    .option('--port <number>', '0 takes a free one', readPort, PORT)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--expose', 'have a foreign graph listen on an address that other machines may reach', false)
    .action(async (words: GatewayWords) => {
      const { subgraphs, supergraph, foreign } = words;
      if (subgraphs !== undefined && supergraph === undefined && !foreign) await serveDepartments(subgraphs, words);
      else if (supergraph !== undefined && foreign && subgraphs === undefined) await serveForeign(supergraph, words);
      else throw new InvalidArgumentError('Write --subgraphs <file>, or --supergraph <file> --foreign.');
    });
}

async function serveDepartments(file: string, { port, host }: GatewayWords): Promise<void> {
  const config = loadConfig();
  const logger = createLogger(config);
  const addresses = await readSubgraphs(file);
  const gateway = await startRemoteGateway(config, logger, await loadDepartments(), { addresses, port, host });
  stopOnSignals(gateway.stop, logger);
  print(`${gateway.url}/graphql`);
}

async function serveForeign(name: string, { host, port, expose }: GatewayWords): Promise<void> {
  if (!isLoopback(host) && !expose) throw new StartError('HOST_NOT_LOOPBACK', { host });
  const { gatewayEngine: engine, ...config } = loadConfig();
  const logger = createLogger(config);
  const gateway = await startForeignGateway({ supergraphSdl: await read(name), name, engine, logger, host, port });
  stopOnSignals(gateway.stop, logger);
  print(`${gateway.url}/graphql`);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new StartError('SUPERGRAPH_UNUSABLE', { path, reason: messageOf(error) }, { cause: error });
  }
}

/** 127.0.0.0/8 and ::1, RFC 1122 section 3.2.1.3 and RFC 4291 section 2.5.3; a name may mean any machine but this one. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
