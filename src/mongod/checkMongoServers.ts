import type { Config } from '../config/env.ts';
import type { Logger } from '../telemetry/logger.ts';
import { checkMongoServer, type ServerToCheck } from './checkMongoServer.ts';

/** Database that stands for all of them where no department is named. */
const ANY_DATABASE = 'credit_graph';

/**
 * Checks every MongoDB that the user has named, all at the same time.
 *
 * @param departments - names of the departments whose databases must be writable
 * @throws StartError of the first one that cannot be used
 */
export async function checkMongoServers(config: Config, log: Logger, departments: readonly string[]): Promise<void> {
  const servers = serversToCheck(config, departments);
  await Promise.all(
    servers.map(async (server) => {
      const { version, hosts } = await checkMongoServer(server);
      log.info({ from: server.variable, version, hosts }, 'MongoDB server chosen');
    }),
  );
}

function serversToCheck(config: Config, departments: readonly string[]): ServerToCheck[] {
  const own = config.departmentMongodbUris;
  const databaseOf = (name: string) => `${config.databasePrefix}${name}`;
  const ownServers = Object.entries(own).map(([name, uri]) => ({
    variable: `${name.toUpperCase()}_MONGODB_URI`,
    uri,
    databases: [databaseOf(name)],
  }));
  if (config.mongodbUri === undefined) return ownServers;
  const shared = departments.filter((name) => own[name] === undefined);
  const databases = (shared.length > 0 ? shared : [ANY_DATABASE]).map(databaseOf);
  return [{ variable: 'MONGODB_URI', uri: config.mongodbUri, databases }, ...ownServers];
}
