import { parse, validate } from 'graphql';
import type { GatewayContext } from '../GatewayContext.ts';
import type { Transport } from '../transport/Transport.ts';
import { adoptScalars } from './adoptScalars.ts';
import type { Engine, EngineOptions, GatewaySeam, KnownDocument } from './Engine.ts';
import { createExecutor } from './execute/createExecutor.ts';
import type { Executor } from './execute/Executor.ts';
import { PlanError } from './plan/PlanError.ts';
import { PlannerProcess } from './plan/process/PlannerProcess.ts';
import { mayReadPlan, planRecorder } from './planRecorder.ts';

type SchemaListener = Parameters<GatewaySeam['onSchemaLoadOrUpdate']>[0];
type RunOperation = NonNullable<Awaited<ReturnType<GatewaySeam['load']>>['executor']>;

/**
 * Makes the engine of the product's own plan executor.
 *
 * @param options - the composed graph and its departments
 */
export function ownEngine({ supergraphSdl, transportOf, schemas, logger, known = [] }: EngineOptions): Engine {
  const listeners = new Set<SchemaListener>();
  const transports: Transport[] = [];
  let executor: Executor | undefined;
  const planner = new PlannerProcess({ supergraphSdl, logger });
  const gateway: GatewaySeam = {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const made = createExecutor({
        supergraphSdl,
        transportOf: (name) => {
          const transport = transportOf(name);
          transports.push(transport);
          return transport;
        },
      });
      executor = made;
      adoptScalars(made.apiSchema, schemas);
      for (const tell of listeners) tell({ apiSchema: made.apiSchema, coreSupergraphSdl: supergraphSdl });
      const planned = warm(made, known);
      logger.debug({ planned, known: known.length }, 'known documents are planned');
      return Promise.resolve({ executor: runOperation(made, planner) });
    },
    async stop() {
      planner.close();
      await Promise.all(transports.map(async (transport) => transport.close?.()));
    },
  };
  return { kind: 'own', gateway, planCache: () => executor?.stats() ?? { size: 0, hits: 0, misses: 0 } };
}

function runOperation(executor: Executor, planner: PlannerProcess): RunOperation {
  return async ({ request, document, operationName, queryHash, context }) => {
    const { variables } = request;
    // What Apollo Server was given for the request; its type has lost that on the way.
    const given = context as GatewayContext;
    const operation = { document, operationName, variables, queryHash, context: given };
    const question = executor.unplanned(operation);
    if (question) {
      const refusal = await planner.attempt(question).then(() => undefined, asPlanError);
      if (refusal) return { errors: [refusal], data: null };
    }
    if (!mayReadPlan(request.http, given)) return executor.execute(operation);
    const recorder = planRecorder();
    const result = await executor.execute({ ...operation, onFetch: recorder.onFetch });
    return {
      ...result,
      extensions: { ...result.extensions, ...recorder.report(executor.planOf(document, operationName, variables)) },
    };
  };
}

function asPlanError(error: unknown): PlanError {
  if (error instanceof PlanError) return error;
  throw error;
}

/** What does not fit the graph, has no plan, or leaves open which operation is meant, is left to be refused when it is sent. */
function warm(executor: Executor, known: readonly KnownDocument[]): number {
  return known.filter(({ query, hash }) => {
    try {
      const document = parse(query);
      if (validate(executor.apiSchema, document).length > 0) return false;
      executor.warm([{ document, queryHash: hash }]);
      return true;
    } catch {
      return false;
    }
  }).length;
}
