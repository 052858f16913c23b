import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import { GATEWAY_ERRORS } from '../src/errors/gatewayCodes.ts';
import type { SubjectDirectory, SubjectLink } from '../src/ingest/SubjectDirectory.ts';
import type { GraphAnswer } from '../src/subgraph/GraphClient.ts';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import { askGraph } from './askGraph.ts';
import { createApolloServer } from './apollo/createApolloServer.ts';
import { composeSupergraph } from './compose.ts';
import { createEngine } from './engine/createEngine.ts';
import type { GatewayContext } from './GatewayContext.ts';
import { graphMatcher, offersMatching } from './graphMatcher.ts';
import { inProcessTransports } from './transport/inProcessTransports.ts';

const LINKS = `query SubjectLinks($orgCodes: [String!]!, $names: [String!]!) {
  enterpriseLinks(orgCodes: $orgCodes, names: $names) { orgCode name uscc }
}`;

/** An import may wait longer for a thousand look-ups than a caller for one. */
const DEADLINE_MS = 60_000;

/** A directory, and how to free what it has opened. */
export interface OpenedDirectory extends SubjectDirectory {
  close(): Promise<void>;
}

/**
 * Gives the directory of subjects that imports link by: the registry, asked through the graph like by any department.
 *
 * The graph is joined at the first question only; files whose rows all carry a valid code never need it.
 *
 * @param subgraphs - all departments, connected
 * @param asking - the department that imports, and the log
 */
export function graphDirectory(
  subgraphs: readonly ConnectedSubgraph[],
  { department, operator, logger }: { readonly department: string; readonly operator: string; readonly logger: Logger },
): OpenedDirectory {
  let opened: Promise<ApolloServer<GatewayContext>> | undefined;
  const caller = { audience: 'INTERNAL', department, operator, scopes: new Set([`${department}:*`]) } as const;
  const ask = async <T extends object>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<GraphAnswer<T>> => {
    const apollo = await (opened ??= openGraph(subgraphs, logger));
    return askGraph(apollo, () => new Date())<T>(document, variables, caller);
  };
  return {
    async find(orgCodes, names) {
      const { data, errors } = await ask<{ enterpriseLinks: readonly SubjectLink[] }>(LINKS, { orgCodes, names });
      if (!data?.enterpriseLinks) throw new Error(errors[0]?.message ?? 'The registry does not answer');
      return data.enterpriseLinks;
    },
    ...(offersMatching(subgraphs) ? { matcher: graphMatcher(ask, logger) } : {}),
    async close() {
      await (await opened)?.stop();
    },
  };
}

async function openGraph(
  subgraphs: readonly ConnectedSubgraph[],
  logger: Logger,
): Promise<ApolloServer<GatewayContext>> {
  const { supergraphSdl } = composeSupergraph(subgraphs);
  const engine = await createEngine('own', {
    supergraphSdl,
    transportOf: inProcessTransports(subgraphs, { logger, deadlineMs: DEADLINE_MS }),
    schemas: subgraphs.map(({ schema }) => schema),
    logger,
  });
  const apollo = createApolloServer(engine, { table: GATEWAY_ERRORS, logger });
  await apollo.start();
  return apollo;
}
