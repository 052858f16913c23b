import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, lexicographicSortSchema, parse, printSchema, type GraphQLError } from 'graphql';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';

/** What composition needs of a department. */
export type SubgraphSource = Pick<SubgraphDefinition, 'name' | 'sdl'>;

/** The composed graph as SDL. */
export interface ComposedGraph {
  /** For the gateway, or any other Federation 2 router: with the join directives. */
  readonly supergraphSdl: string;
  /** For callers and for reviewers of breaking changes: without directives, everything sorted by name. */
  readonly apiSdl: string;
}

/** The departments' schemas do not fit together; `problems` has one line for each reason. */
export class CompositionError extends Error {
  /** One line per problem: code, coordinate and what is wrong. */
  readonly problems: readonly string[];

  /**
   * @param problems - at least one line
   */
  constructor(problems: readonly string[]) {
    const lines = problems.map((line) => `  - ${line}`).join('\n');
    super(`The subgraphs cannot be composed, ${problems.length} problem(s):\n${lines}`);
    this.name = 'CompositionError';
    this.problems = problems;
  }
}

/**
 * Joins the departments' schemas into one graph.
 *
 * The order of the departments does not matter: they are composed by name, so the output is the same everywhere.
 *
 * @param subgraphs - name and SDL of each department
 * @throws CompositionError that lists every reason at once
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): ComposedGraph {
  const services = subgraphs
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}/graphql` }));
  const result = composeServices(services);
  if (result.errors) throw new CompositionError(result.errors.map(lineOf));
  const api = lexicographicSortSchema(buildASTSchema(parse(result.publicSdl)));
  return { supergraphSdl: withFinalNewline(result.supergraphSdl), apiSdl: withFinalNewline(printSchema(api)) };
}

function lineOf(error: GraphQLError): string {
  const code = error.extensions['code'];
  return typeof code === 'string' ? `${code}: ${error.message}` : error.message;
}

function withFinalNewline(sdl: string): string {
  return `${sdl.trimEnd()}\n`;
}
