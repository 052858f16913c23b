import type { ConnectedSubgraph } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { openGraph, type OpenedGraph } from './openGraph.ts';
import { subjectDirectory, type AskForSubjects, type OpenedDirectory } from './subjectDirectory.ts';

/**
 * Gives the directory of subjects to a process that has all departments: they are joined at the first question only; files whose rows
 * all carry a valid code never need it.
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
  const ask: AskForSubjects = async (document, variables) => {
    const graph = await (opened ??= openGraph(subgraphs, logger));
    return graph.ask(document, variables, caller);
  };
  return {
    ...subjectDirectory(ask, subgraphs, logger),
    async close() {
      await (await opened)?.close();
    },
  };
}
