import { getVariableValues, GraphQLError, isObjectType, type ExecutionResult } from 'graphql';
import type { Transport } from '../../transport/Transport.ts';
import { GatewayError } from '../../errors/GatewayError.ts';
import { operationOf } from '../plan/Operation.ts';
import { Planner } from '../plan/Planner.ts';
import { PlanError } from '../plan/PlanError.ts';
import { isExplained } from '../project/isExplained.ts';
import { Projection } from '../project/Projection.ts';
import type { ObjectShape } from '../project/Shape.ts';
import { readSupergraph } from '../supergraph/readSupergraph.ts';
import { CompiledOperation } from './CompiledOperation.ts';
import type { Executor, ExecutorOptions, ExecutorRequest } from './Executor.ts';
import { PlanCache } from './PlanCache.ts';
import { describePlan } from './describePlan.ts';
import type { Run } from './Run.ts';

/** Operations that are kept compiled unless told otherwise. */
const PLANS = 1_000;

/** Variables that are found wrong before the rest is left unread, as graphql-js has it. */
const MAX_ERRORS = 50;

const NO_VARIABLES = {};

/**
 * Makes the executor of a composed graph.
 *
 * @param options - the graph and how its departments are reached
 * @throws Error when the graph relies on a directive for security or execution that the executor does not know, or
 * names a department that is not connected
 */
export function createExecutor({ supergraphSdl, transportOf, planCacheSize = PLANS }: ExecutorOptions): Executor {
  const supergraph = readSupergraph(supergraphSdl);
  const { apiSchema } = supergraph;
  const transports = new Map(supergraph.members.map(({ name }) => [name, transportOf(name)]));
  const planner = new Planner(supergraph);
  const cache = new PlanCache<CompiledOperation>(planCacheSize);

  const transport = (name: string): Transport => {
    const known = transports.get(name);
    if (!known) throw new PlanError(`The plan names ${name}, which the supergraph does not`);
    return known;
  };
  const compiled = (request: Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash'>): CompiledOperation =>
    cache.get(request, () => {
      const operation = operationOf(request.document, request.operationName);
      return new CompiledOperation(operation, planner.plan(operation), supergraph, transport);
    });
  const isVisibleObject = (typeName: unknown): boolean =>
    typeof typeName === 'string' && isObjectType(apiSchema.getType(typeName));

  const finish = ({ operation, shape, run }: Begun): ExecutionResult => {
    const schemaAnswers = operation.schemaAnswers(run.sent);
    const projection = new Projection({ schemaAnswers, isObjectType: isVisibleObject });
    const data = projection.object(shape, run.data ?? {});
    const failures = { errors: [...run.errors], lost: run.lost };
    for (const path of projection.missing) {
      if (!isExplained(path, failures)) run.errors.push(new GatewayError('DATA_INCOMPLETE', {}, { path }));
    }
    return run.errors.length > 0 ? { errors: run.errors, data } : { data };
  };

  return {
    apiSchema,
    execute: (request) => {
      const begun = begin(request, compiled, supergraph.apiSchema);
      if ('errors' in begun) return begun;
      const pending = begun.operation.step(begun.run);
      return pending ? pending.then(() => finish(begun)) : finish(begun);
    },
    planOf: (document, operationName) => {
      return describePlan(compiled({ document, operationName }).stages);
    },
    warm: (documents) => {
      for (const document of documents) compiled(document);
    },
    stats: () => cache.figures,
  };
}

/** An operation that runs. */
interface Begun {
  readonly operation: CompiledOperation;
  readonly shape: ObjectShape;
  readonly run: Run;
}

/** An operation that is not run. */
interface Refused {
  readonly errors: readonly GraphQLError[];
}

function begin(
  request: ExecutorRequest,
  compiled: (request: ExecutorRequest) => CompiledOperation,
  schema: Executor['apiSchema'],
): Begun | Refused {
  try {
    const operation = compiled(request);
    const sent = request.variables ?? NO_VARIABLES;
    const definitions = operation.operation.definition.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(schema, definitions, sent, { maxErrors: MAX_ERRORS });
    if (errors) return { errors };
    const { context, onFetch } = request;
    const shape = operation.shapeFor(coerced);
    return {
      operation,
      shape,
      run: { data: undefined, errors: [], lost: [], sent, coerced, context, entries: undefined, onFetch },
    };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}
