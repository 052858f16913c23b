import type { SubjectDirectory, SubjectLink } from '../src/ingest/SubjectDirectory.ts';
import type { GraphAnswer } from '../src/subgraph/GraphClient.ts';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';
import type { Logger } from '../src/telemetry/logger.ts';
import { graphMatcher, offersMatching } from './graphMatcher.ts';

const LINKS = `query SubjectLinks($orgCodes: [String!]!, $names: [String!]!) {
  enterpriseLinks(orgCodes: $orgCodes, names: $names) { orgCode name uscc }
}`;

/** A directory, and how to free what it has opened. */
export interface OpenedDirectory extends SubjectDirectory {
  close(): Promise<void>;
}

/** Asks the graph in the name of the department that imports. */
export type AskForSubjects = <T extends object>(
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<GraphAnswer<T>>;

/**
 * Makes the directory of subjects that imports link by: the registry, asked through the graph like by any department.
 *
 * @param ask - asks the graph
 * @param departments - all that there are; whether one of them compares names decides whether facts are linked by likeness
 * @param logger - told of what did not answer
 */
export function subjectDirectory(
  ask: AskForSubjects,
  departments: readonly Pick<SubgraphDefinition, 'schema'>[],
  logger: Logger,
): SubjectDirectory {
  return {
    async find(orgCodes, names) {
      const { data, errors } = await ask<{ enterpriseLinks: readonly SubjectLink[] }>(LINKS, { orgCodes, names });
      if (!data?.enterpriseLinks) throw new Error(errors[0]?.message ?? 'The registry does not answer');
      return data.enterpriseLinks;
    },
    ...(offersMatching(departments) ? { matcher: graphMatcher(ask, logger) } : {}),
  };
}
