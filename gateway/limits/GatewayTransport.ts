import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, type GraphQLSchema } from 'graphql';
import type { DepartmentAnswer, DepartmentFetch, Transport } from '../transport/Transport.ts';
import type { Standing } from './budget/Standing.ts';
import { gatewaySubgraph } from './gatewaySubgraph.ts';

/** Tells where the caller of a request stands; undefined for callers without limits. */
export type FindStanding = (request: object) => Standing | undefined;

/** Answers what the gateway itself contributes to the graph. */
export class GatewayTransport implements Transport {
  readonly #schema: GraphQLSchema = buildSubgraphSchema({ typeDefs: parse(gatewaySubgraph().sdl) });
  readonly #standingOf: FindStanding;

  /**
   * @param standingOf - where the caller of a request stands
   */
  constructor(standingOf: FindStanding) {
    this.#standingOf = standingOf;
  }

  /**
   * Answers one fetch of a plan.
   *
   * @param fetch - what is asked
   */
  async fetch({ document, operationName, variables, context }: DepartmentFetch): Promise<DepartmentAnswer> {
    const { data = null, errors } = await execute({
      schema: this.#schema,
      document,
      operationName,
      variableValues: variables,
      rootValue: { budget: this.#standingOf(context.request) ?? null },
    });
    return errors ? { data, errors } : { data };
  }
}
