import type { MongoClient } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Config } from '../src/config/env.ts';
import { openConnection, type MongoPatience } from '../src/data/DepartmentDatabase.ts';
import { LEDGER, openLedger, type LedgerDatabase } from '../src/ledger/chain/LedgerDatabase.ts';
import type { LedgerReader } from '../src/ledger/LedgerReader.ts';
import { readLedger } from '../src/ledger/readLedger.ts';
import type { Signer } from '../src/identity/Signer.ts';
import { checkSchema, type OldSchemas } from '../src/migration/checkSchema.ts';
import { connectSubgraph } from '../src/subgraph/connectSubgraph.ts';
import { departmentCard } from '../src/subgraph/DepartmentCard.ts';
import { ALONE } from '../src/subgraph/Services.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../src/subgraph/Subgraph.ts';
import { databaseReadiness } from './databaseReadiness.ts';
import { departmentGraph, type DepartmentGraph } from './departmentGraph.ts';
import type { Readiness } from './http/healthRoutes.ts';

/** All departments, each on its database. */
export interface ConnectedDepartments {
  readonly subgraphs: readonly ConnectedSubgraph[];
  readonly ledger: LedgerDatabase;
  /** The ledger as departments read it. */
  readonly reader: LedgerReader;
  /** The clients of all servers. */
  readonly clients: readonly MongoClient[];
  /** Asks the server of each department whether it answers. */
  ready(): Promise<Readiness>;
  close(): Promise<void>;
}

/**
 * Connects the departments to their databases: each to its own server where one is named, the others to the shared one.
 *
 * Departments on the same server share one client.
 *
 * @param definitions - the departments
 * @param config - servers of single departments, the prefix of all databases, how long is waited for a server, and what is done about
 *   documents of an older release: refused unless given
 * @param sharedUri - the server of all others
 * @param graph - by which departments ask each other; opened later, or never for a command that needs none
 * @param signer - signs what departments issue; a command issues nothing
 */
export async function connectDepartments(
  definitions: readonly SubgraphDefinition[],
  config: Pick<Config, 'departmentMongodbUris' | 'databasePrefix'> &
    Partial<Pick<Config, 'traceEndpoint'>> & { readonly patience?: MongoPatience; readonly oldSchemas?: OldSchemas },
  sharedUri: string,
  graph: DepartmentGraph = departmentGraph(),
  signer: Signer = ALONE.signer,
): Promise<ConnectedDepartments> {
  const uriOf = (name: string) => config.departmentMongodbUris[name] ?? sharedUri;
  const uris = [...new Set([LEDGER, ...definitions.map(({ name }) => name)].map(uriOf))];
  const connections = new Map<string, Connection>();
  const close = async (): Promise<void> => {
    await Promise.all([...connections.values()].map((connection) => connection.close()));
  };
  try {
    const { patience, traceEndpoint } = config;
    const options = { patience, monitorCommands: traceEndpoint !== undefined };
    for (const uri of uris) connections.set(uri, await openConnection(uri, options));
    const connectionOf = (name: string): Connection => {
      const connection = connections.get(uriOf(name));
      if (connection === undefined) throw new Error(`${name} has no server.`);
      return connection;
    };
    const ledger = await openLedger(connectionOf(LEDGER), config.databasePrefix);
    const reader = readLedger(ledger, () => subgraphs.map(({ database, title }) => ({ ...database, title })));
    const cards = definitions.map(departmentCard);
    const subgraphs: readonly ConnectedSubgraph[] = definitions.map((definition) => {
      const services = { graph: graph.clientOf(definition.name), ledger: reader, signer, departments: cards };
      return connectSubgraph(definition, connectionOf(definition.name), config.databasePrefix, services);
    });
    await Promise.all(subgraphs.map((subgraph) => checkSchema(subgraph, config.oldSchemas ?? 'REFUSED')));
    await Promise.all(subgraphs.map(({ database }) => database.ensureIndexes()));
    const clients = [...connections.values()].map((connection) => connection.getClient());
    const end = async (): Promise<void> => {
      await Promise.all(subgraphs.map(({ database }) => database.end()));
      await close();
    };
    return { subgraphs, ledger, reader, clients, ready: () => databaseReadiness(subgraphs), close: end };
  } catch (error) {
    await close();
    throw error;
  }
}
