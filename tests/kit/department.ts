import { execute, graphql, GraphQLError, type ExecutionResult } from 'graphql';
import { followLedger } from '../../src/ledger/follow/followLedger.ts';
import type { LedgerReader } from '../../src/ledger/LedgerReader.ts';
import { readLedger } from '../../src/ledger/readLedger.ts';
import { drainOutbox } from '../../src/ledger/relay/drainOutbox.ts';
import { ALONE } from '../../src/subgraph/Services.ts';
import { ANONYMOUS, type Caller } from '../../src/identity/Caller.ts';
import { serviceCaller } from '../../src/identity/serviceCaller.ts';
import { departmentCard } from '../../src/subgraph/DepartmentCard.ts';
import { connectSubgraph } from '../../src/subgraph/connectSubgraph.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import type { GraphAnswer } from '../../src/subgraph/GraphClient.ts';
import type { ConnectedSubgraph, SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { departmentDatabases } from './departmentDatabases.ts';
import { silent } from './mongodConfig.ts';
import { validDocument } from './validDocument.ts';

/** The instant that tests live at unless they choose another. */
export const NOW = new Date('2026-06-15T04:00:00Z');

/** A department on the test server, to be asked directly. */
export interface TestDepartment {
  readonly subgraph: ConnectedSubgraph;
  /** Runs a document as a caller; data come back as plain objects. */
  ask(
    document: string,
    variables?: Record<string, unknown>,
    request?: Partial<RequestContext>,
  ): Promise<ExecutionResult>;
  /** The ledger; it holds what has been settled. */
  readonly ledger: LedgerReader;
  /** Moves all that was written into the ledger and has the department's followers follow to its end. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Staff of a department. */
export function staffOf(department: string): Caller {
  return { audience: 'INTERNAL', department, operator: 'tester', scopes: new Set([`${department}:*`]) };
}

/** By itself, a department is all the graph that there is. */
async function askSelf<T extends object>(
  subgraph: ConnectedSubgraph,
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  caller: Caller,
): Promise<GraphAnswer<T>> {
  const contextValue = subgraph.contextFor({ caller, requestId: 'test', now: NOW, locale: 'en' });
  const { data = null, errors = [] } = await graphql({ schema: subgraph.schema, source, variableValues, contextValue });
  return {
    data: data as GraphAnswer<T>['data'],
    errors: errors.map(({ message, path = [], extensions }) => ({ message, path, code: String(extensions['code']) })),
  };
}

/**
 * Connects a department to an empty database of the test file's own, with its indexes.
 *
 * @param definition - the department
 * @param known - the departments whose facts it knows of; itself alone unless given
 */
export async function openDepartment(
  definition: SubgraphDefinition,
  known: readonly SubgraphDefinition[] = [definition],
): Promise<TestDepartment> {
  const databases = await departmentDatabases(definition);
  const { connection, database, ledger } = databases;
  const reader = readLedger(ledger, () => [subgraph.database]);
  const subgraph: ConnectedSubgraph = connectSubgraph(definition, connection, database.prefix, {
    ledger: reader,
    departments: known.map(departmentCard),
    graph: {
      ask: (query, variables, caller = serviceCaller(definition.name)) => askSelf(subgraph, query, variables, caller),
    },
  });
  if (!databases.used) await subgraph.database.ensureIndexes();
  return {
    subgraph,
    async ask(document, variables = {}, request = {}) {
      const contextValue = subgraph.contextFor({
        caller: ANONYMOUS,
        requestId: 'test',
        now: NOW,
        locale: 'en',
        ...request,
      });
      const { schema } = subgraph;
      try {
        const valid = validDocument(schema, document);
        const result = await execute({ schema, document: valid, variableValues: variables, contextValue });
        return JSON.parse(JSON.stringify(result)) as ExecutionResult;
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        return JSON.parse(JSON.stringify({ errors: [error] })) as ExecutionResult;
      }
    },
    ledger: reader,
    async settle() {
      const mayGoOn = (): Promise<boolean> => Promise.resolve(true);
      await drainOutbox(subgraph, { ledger, logger: silent, clock: () => NOW, mayGoOn });
      const { database: own, departments } = subgraph;
      const context = () => ({ database: own, ledger: reader, graph: ALONE.graph, departments, now: NOW });
      for (const follower of subgraph.followers) await followLedger(follower, { context, mayGoOn });
    },
    close: () => databases.giveBack(),
  };
}
