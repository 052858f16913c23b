import { GraphQLError } from 'graphql';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';

const REGISTRY = 'registry';
const QUERY = 'query ReportSubject($uscc: USCC!) { enterprise(uscc: $uscc) { name } }';

/** What the registry tells of an enterprise for a report. */
interface Answer {
  readonly enterprise: { readonly name: string | null };
}

/**
 * Asks the registry, in the caller's name, for the enterprise that a report is asked for.
 *
 * @param context - the request
 * @param uscc - its code
 * @returns its name, empty where the registry has none; undefined where there is no such enterprise that the caller may see
 * @throws GraphQLError DEPARTMENT_UNAVAILABLE where the registry does not answer: then nobody knows whether there is one
 */
export async function nameOfEnterprise(context: SubgraphContext, uscc: string): Promise<string | undefined> {
  const { graph, caller, departments } = context;
  const { data, errors } = await graph.ask<Answer>(QUERY, { uscc }, caller);
  const enterprise = data?.enterprise;
  if (enterprise) return enterprise.name ?? '';
  if (errors.length === 0) return undefined;
  const owner = departments.find(({ name }) => name === REGISTRY)?.title ?? REGISTRY;
  throw new GraphQLError('The registry does not answer.', {
    extensions: { code: 'DEPARTMENT_UNAVAILABLE', service: REGISTRY, owner },
  });
}
