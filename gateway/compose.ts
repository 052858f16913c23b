import { composeServices, type CompositionResult } from '@theguild/federation-composition';
import {
  buildASTSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  type DocumentNode,
  type GraphQLError,
} from 'graphql';
import type { SubgraphDefinition } from '../src/subgraph/Subgraph.ts';

/** What composition needs of a department. */
export type SubgraphSource = Pick<SubgraphDefinition, 'name' | 'sdl'>;

/** A department as the composer takes it. */
export interface ComposedService {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly url: string;
}

/** The composed graph as SDL. */
export interface ComposedGraph {
  /** For the gateway, or any other Federation 2 router: with the join directives. */
  readonly supergraphSdl: string;
  /** All that can be asked, at whatever door: without directives, everything sorted by name. */
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
 * @param subgraphs - name and SDL of each department
 * @throws CompositionError that lists every reason at once
 */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): ComposedGraph {
  return readComposition(composeServices(servicesOf(subgraphs)));
}

/**
 * Reads departments as the composer takes them. Their order does not matter: they are composed by name, so the output is the same
 * everywhere.
 *
 * @param subgraphs - name and SDL of each department
 */
export function servicesOf(subgraphs: readonly SubgraphSource[]): ComposedService[] {
  return subgraphs
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sdl }) => ({ name, typeDefs: parse(sdl), url: `http://${name}/graphql` }));
}

/**
 * Reads what the composer made.
 *
 * @param result - of composing departments, or a part of what they offer
 * @throws CompositionError that lists every reason at once
 */
export function readComposition(result: CompositionResult): ComposedGraph {
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
