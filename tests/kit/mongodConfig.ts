import { loadConfig, type Config } from '../../src/config/env.ts';
import { createLogger, type Logger } from '../../src/telemetry/logger.ts';
import { keepSaid } from './runLog.ts';

const MACHINE = ['PATH', 'HOME', 'CACHE_DIR', 'XDG_CACHE_HOME', 'MONGOD_PATH', 'GATEWAY_ENGINE'] as const;

/** A logger that nobody hears: its lines are kept, all of them, and searched for secrets at the end of the run. */
export const silent: Logger = createLogger({ logLevel: 'trace' }, { write: keepSaid });

/**
 * The configuration of a product on this machine, which finds the same server program as the test run did.
 *
 * @param environment - what differs, `DATA_DIR` at least
 */
export function mongodConfig(environment: NodeJS.ProcessEnv & { readonly DATA_DIR: string }): Config {
  return loadConfig({ ...mongodEnvironment(), ...environment });
}

/** The variables by which a server program is found, and the engine that is tested; nothing else of the environment. */
export function mongodEnvironment(): NodeJS.ProcessEnv {
  const machine = Object.fromEntries(MACHINE.map((name) => [name, process.env[name]]));
  return { ...machine, MONGOD_CACHE_MB: '256', LOG_LEVEL: 'silent' };
}
