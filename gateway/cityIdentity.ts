import { join } from 'node:path';
import type { Config } from '../src/config/env.ts';
import { openConnection } from '../src/data/DepartmentDatabase.ts';
import { IDENTITY, openIdentityDatabase } from '../src/identity/clients/IdentityDatabase.ts';
import { developmentClients } from '../src/identity/development/developmentClients.ts';
import { developmentUsers, type DevelopmentUser } from '../src/identity/development/developmentUsers.ts';
import { openIdentity, type Identity } from '../src/identity/openIdentity.ts';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';

/** What tells the callers of a city apart. */
export interface CityIdentity extends Identity {
  /**
   * Makes callers of each kind, to try everything with; absent where there are no tokens for development.
   *
   * @param enterprise - code of one that there is
   */
  readonly developmentUsers: ((enterprise: string | undefined) => Promise<readonly DevelopmentUser[]>) | undefined;
  close(): Promise<void>;
}

/**
 * Opens what tells callers apart, on the clients' own server where one is named, else on the shared one.
 *
 * @param config - the settings
 * @param sharedUri - the shared MongoDB server
 * @param departments - what the city has
 */
export async function cityIdentity(
  config: Config,
  sharedUri: string,
  departments: readonly Pick<SubgraphDefinition, 'name' | 'title'>[],
): Promise<CityIdentity> {
  const { dataDir, keysDir, developmentIssuer, oidc, databasePrefix } = config;
  const connection = await openConnection(config.departmentMongodbUris[IDENTITY] ?? sharedUri);
  try {
    const database = await openIdentityDatabase(connection, databasePrefix);
    const identity = await openIdentity({
      database,
      keys: keysDir,
      departments: departments.map(({ name }) => name),
      oidc,
      developmentIssuer,
    });
    const users = async (enterprise: string | undefined): Promise<readonly DevelopmentUser[]> => {
      const clients = await developmentClients(database, join(dataDir, 'development.json'), new Date());
      return developmentUsers({ keys: identity.tokenKeys, clients, departments, enterprise });
    };
    return {
      ...identity,
      developmentUsers: developmentIssuer ? users : undefined,
      close: () => connection.close(),
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}
