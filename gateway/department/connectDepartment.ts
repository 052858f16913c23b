import { MongoClient } from 'mongodb';
import type { Connection } from 'mongoose';
import type { Config } from '../../src/config/env.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import type { OutboxEvent } from '../../src/data/outbox.ts';
import type { Signer } from '../../src/identity/Signer.ts';
import { LEDGER, openLedger, type LedgerDatabase } from '../../src/ledger/chain/LedgerDatabase.ts';
import type { LedgerReader } from '../../src/ledger/LedgerReader.ts';
import type { WatchedOutbox } from '../../src/ledger/OutboxWatch.ts';
import { readLedger } from '../../src/ledger/readLedger.ts';
import { checkSchema } from '../../src/migration/checkSchema.ts';
import { connectSubgraph } from '../../src/subgraph/connectSubgraph.ts';
import { departmentCard } from '../../src/subgraph/DepartmentCard.ts';
import type { GraphClient } from '../../src/subgraph/GraphClient.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';

/** One department on its database, in a process of its own. */
export interface ConnectedDepartment {
  readonly subgraph: ConnectedSubgraph;
  readonly ledger: LedgerDatabase;
  /** The client of the department's server. */
  readonly client: MongoClient;
  /** The ledger as the department reads it. */
  readonly reader: LedgerReader;
  close(): Promise<void>;
}

/** What the department has of the others. */
export interface DepartmentServices {
  /** All that there are, this one included. */
  readonly definitions: readonly SubgraphDefinition[];
  readonly graph: GraphClient;
  readonly signer: Signer;
}

/** Outboxes of others are looked at while somebody waits. */
const SELECTION_MS = 2_000;

/**
 * Connects one department to its database and to the ledger. Of the other departments only the outboxes are read, to know which of
 * their facts are changing; servers of their own are not asked before that is needed, so that none of them has to be there.
 *
 * @param definition - the department
 * @param config - servers of single departments, and the prefix of all databases
 * @param sharedUri - the server of all others
 * @param services - see {@link DepartmentServices}
 */
export async function connectDepartment(
  definition: SubgraphDefinition,
  config: Pick<Config, 'departmentMongodbUris' | 'databasePrefix' | 'traceEndpoint'>,
  sharedUri: string,
  { definitions, graph, signer }: DepartmentServices,
): Promise<ConnectedDepartment> {
  const { departmentMongodbUris: ownUris, databasePrefix: prefix } = config;
  const uriOf = (name: string): string => ownUris[name] ?? sharedUri;
  const connections = new Map<string, Connection>();
  const clients = new Map<string, MongoClient>();
  const close = async (): Promise<void> => {
    await Promise.all([...connections.values(), ...clients.values()].map(async (one) => one.close()));
  };
  const connectionOf = async (name: string): Promise<Connection> => {
    const known =
      connections.get(uriOf(name)) ??
      (await openConnection(uriOf(name), { monitorCommands: config.traceEndpoint !== undefined }));
    connections.set(uriOf(name), known);
    return known;
  };
  const outboxOf = ({ name: department, title }: SubgraphDefinition): WatchedOutbox => {
    const uri = uriOf(department);
    const client = connections.get(uri)?.getClient() ?? clients.get(uri) ?? lazyClient(uri);
    if (!connections.has(uri)) clients.set(uri, client);
    return { department, title, outbox: client.db(`${prefix}${department}`).collection<OutboxEvent>('outbox') };
  };
  try {
    const ledger = await openLedger(await connectionOf(LEDGER), prefix);
    const own = await connectionOf(definition.name);
    const outboxes = definitions.map(outboxOf);
    const reader = readLedger(ledger, () => outboxes);
    const departments = definitions.map(departmentCard);
    const subgraph = connectSubgraph(definition, own, prefix, { graph, ledger: reader, signer, departments });
    await checkSchema(subgraph, 'REFUSED');
    await subgraph.database.ensureIndexes();
    const end = async (): Promise<void> => {
      await subgraph.database.end();
      await close();
    };
    return { subgraph, ledger, reader, client: own.getClient(), close: end };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Connects when it is first asked. */
function lazyClient(uri: string): MongoClient {
  return new MongoClient(uri, { serverSelectionTimeoutMS: SELECTION_MS, maxPoolSize: 10 });
}
