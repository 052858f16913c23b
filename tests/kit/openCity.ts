import { execute, GraphQLError, type ExecutionResult } from 'graphql';
import { connectDepartments } from '../../gateway/connectDepartments.ts';
import type { DepartmentGraph } from '../../gateway/departmentGraph.ts';
import { loadDepartments } from '../../gateway/departments.ts';
import type { DepartmentDatabase } from '../../src/data/DepartmentDatabase.ts';
import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import { ANONYMOUS } from '../../src/identity/Caller.ts';
import type { Signer } from '../../src/identity/Signer.ts';
import { followLedger } from '../../src/ledger/follow/followLedger.ts';
import { watchPublicity } from '../../src/ledger/follow/watchPublicity.ts';
import type { LedgerReader } from '../../src/ledger/LedgerReader.ts';
import { drainOutbox } from '../../src/ledger/relay/drainOutbox.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import { ALONE } from '../../src/subgraph/Services.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { monitored } from './commands.ts';
import { NOW } from './department.ts';
import { testDatabase } from './mongo.ts';
import { silent } from './mongodConfig.ts';
import { validDocument } from './validDocument.ts';

/** All departments of the product on databases of the test's own, without a gateway. */
export interface OpenCity {
  readonly subgraphs: readonly ConnectedSubgraph[];
  readonly collections: readonly { readonly database: DepartmentDatabase; readonly collection: FactCollection }[];
  /** Settings of a command that works on the same databases. */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * A department.
   *
   * @throws Error where there is none of the name
   */
  department(name: string): ConnectedSubgraph;
  /** All stored facts of a collection such as `registry.changes`, by id. */
  facts(name: string): Promise<FactDocumentBase[]>;
  /** The ledger; it holds what has been settled. */
  readonly ledger: LedgerReader;
  /**
   * Tells whose publicity turned by an instant, moves all that was written into the ledger, and has all views follow to its end.
   *
   * @param now - the time of the entries
   */
  settle(now?: Date): Promise<void>;
  /** Runs a document in a department as a caller, at `NOW` unless the request says otherwise; data come back as plain objects. */
  ask(
    department: string,
    document: string,
    variables?: Record<string, unknown>,
    request?: Partial<RequestContext>,
  ): Promise<ExecutionResult>;
  close(): Promise<void>;
}

/** What departments use that is not opened here: nothing, unless a test needs it. */
export interface CityServices {
  readonly graph?: DepartmentGraph;
  readonly signer?: Signer;
}

/**
 * Opens departments; the caller closes them.
 *
 * @param definitions - all departments of the product unless given
 * @param services - what they need beside each other's data
 */
export async function openCity(
  definitions?: readonly SubgraphDefinition[],
  services: CityServices = {},
): Promise<OpenCity> {
  const database = testDatabase();
  const config = { departmentMongodbUris: {}, databasePrefix: database.prefix };
  const connected = await connectDepartments(
    definitions ?? (await loadDepartments()),
    config,
    monitored(database.uri),
    services.graph,
    services.signer,
  );
  const { subgraphs } = connected;
  const department = (name: string): ConnectedSubgraph => {
    const found = subgraphs.find((subgraph) => subgraph.name === name);
    if (found === undefined) throw new Error(`There is no department ${name}.`);
    return found;
  };
  return {
    subgraphs,
    collections: subgraphs.flatMap((subgraph) =>
      Object.values(subgraph.collections).map((collection) => ({ database: subgraph.database, collection })),
    ),
    environment: { MONGODB_URI: database.uri, DATABASE_PREFIX: database.prefix },
    department,
    async facts(name) {
      const [owner = '', collection = ''] = name.split('.');
      const { db } = department(owner).database;
      return db.collection<FactDocumentBase>(collection).find().sort({ _id: 1 }).toArray();
    },
    ledger: connected.reader,
    async settle(now = NOW) {
      const mayGoOn = (): Promise<boolean> => Promise.resolve(true);
      const { ledger, reader } = connected;
      for (const subgraph of subgraphs) {
        await watchPublicity(subgraph.database, Object.values(subgraph.collections), now);
        await drainOutbox(subgraph, { ledger, logger: silent, clock: () => now, mayGoOn });
      }
      for (const { database, departments, followers } of subgraphs) {
        const context = () => ({ database, ledger: reader, graph: ALONE.graph, departments, now });
        for (const follower of followers) await followLedger(follower, { context, mayGoOn });
      }
    },
    async ask(name, document, variables = {}, request = {}) {
      const subgraph = department(name);
      const asked = { caller: ANONYMOUS, requestId: 'test', now: NOW, locale: 'en' as const, ...request };
      const { schema } = subgraph;
      const contextValue = subgraph.contextFor(asked);
      try {
        const valid = validDocument(schema, document);
        const result = await execute({ schema, document: valid, variableValues: variables, contextValue });
        return JSON.parse(JSON.stringify(result)) as ExecutionResult;
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        return JSON.parse(JSON.stringify({ errors: [error] })) as ExecutionResult;
      }
    },
    async close() {
      await connected.close();
      await database.drop();
    },
  };
}
