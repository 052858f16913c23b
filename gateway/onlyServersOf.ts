import type { Config } from '../src/config/env.ts';

/**
 * The settings without MongoDB servers that a process does not use: those need not be there when it starts.
 *
 * @param config - the settings
 * @param names - whose servers it uses
 */
export function onlyServersOf(config: Config, names: readonly string[]): Config {
  const used = Object.entries(config.departmentMongodbUris).filter(([name]) => names.includes(name));
  return { ...config, departmentMongodbUris: Object.fromEntries(used) };
}
