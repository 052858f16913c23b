import { execute, type GraphQLSchema } from 'graphql';
import type { DepartmentAnswer, DepartmentFetch, Transport } from '../transport/Transport.ts';

/** Answers what the gateway itself contributes to the graph. */
export class GatewayTransport implements Transport {
  readonly #schema: GraphQLSchema;

  /**
   * @param schema - see `gatewaySchema`
   */
  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
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
      contextValue: context.request,
    });
    return errors ? { data, errors } : { data };
  }
}
