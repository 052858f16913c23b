import type { SubjectDirectory, SubjectLink } from '../src/ingest/SubjectDirectory.ts';
import type { GraphAnswer } from '../src/subgraph/GraphClient.ts';
import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { graphMatcher, offersMatching } from './graphMatcher.ts';
import { openGraph, type OpenedGraph } from './openGraph.ts';

const LINKS = `query SubjectLinks($orgCodes: [String!]!, $names: [String!]!) {
  enterpriseLinks(orgCodes: $orgCodes, names: $names) { orgCode name uscc }
}`;

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
  let opened: Promise<OpenedGraph> | undefined;
  const caller = { audience: 'INTERNAL', department, operator, scopes: new Set([`${department}:*`]) } as const;
  const ask = async <T extends object>(
    document: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<GraphAnswer<T>> => {
    const graph = await (opened ??= openGraph(subgraphs, logger));
    return graph.ask<T>(document, variables, caller);
  };
  return {
    async find(orgCodes, names) {
      const { data, errors } = await ask<{ enterpriseLinks: readonly SubjectLink[] }>(LINKS, { orgCodes, names });
      if (!data?.enterpriseLinks) throw new Error(errors[0]?.message ?? 'The registry does not answer');
      return data.enterpriseLinks;
    },
    ...(offersMatching(subgraphs) ? { matcher: graphMatcher(ask, logger) } : {}),
    async close() {
      await (await opened)?.close();
    },
  };
}
