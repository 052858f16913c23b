import { parse, validate, type DocumentNode } from 'graphql';
import type { GatewayContext } from '../GatewayContext.ts';
import type { Transport } from '../transport/Transport.ts';
import { adoptScalars } from './adoptScalars.ts';
import type { Engine, EngineOptions, GatewaySeam, KnownDocument } from './Engine.ts';
import { createExecutor } from './execute/createExecutor.ts';
import type { Executor, ExecutorRequest } from './execute/Executor.ts';
import { PlanError } from './plan/PlanError.ts';
import type { PlanQuestion } from './plan/process/plannerMessages.ts';
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
  const planner = new PlannerProcess({ logger });
  planner.serve(supergraphSdl);
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
      const planned = await warm(made, planner, known);
      logger.debug({ planned, known: known.length }, 'known documents are planned');
      return { executor: runOperation(made, planner, logger) };
    },
    async stop() {
      planner.close();
      await Promise.all(transports.map(async (transport) => transport.close?.()));
    },
  };
  return { kind: 'own', gateway, planCache: () => executor?.stats() ?? { size: 0, hits: 0, misses: 0 } };
}

function runOperation(executor: Executor, planner: PlannerProcess, logger: EngineOptions['logger']): RunOperation {
  return async ({ request, document, operationName, queryHash, context }) => {
    const { variables } = request;
    // What Apollo Server was given for the request; its type has lost that on the way.
    const given = context as GatewayContext;
    const share = executor.drawShare();
    const operation = { document, operationName, variables, queryHash, share, context: given };
    const question = executor.unplanned(operation);
    const refusal = question && (await prepare(executor, planner, operation, question));
    if (refusal) {
      logger.warn({ problem: refusal.problem, queryHash }, 'an operation has no plan');
      return { errors: [refusal], data: null };
    }
    if (!mayReadPlan(request.http, given)) return executor.execute(operation);
    const recorder = planRecorder();
    const result = await executor.execute({ ...operation, onFetch: recorder.onFetch });
    return {
      ...result,
      extensions: { ...result.extensions, ...recorder.report(executor.planOf(operation)) },
    };
  };
}

/** Has an operation planned that is not yet; says why there is no plan, if there is none. */
async function prepare(
  executor: Executor,
  planner: PlannerProcess,
  request: Pick<ExecutorRequest, 'document' | 'operationName' | 'queryHash' | 'share'>,
  question: PlanQuestion,
): Promise<PlanError | undefined> {
  try {
    executor.adopt(request, question, await planner.plan(question));
    return undefined;
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
}

/**
 * Plans what is known to be asked for, as its variables decide by default. What does not fit the graph, has no plan, or leaves open
 * which operation is meant, is left to be refused when it is sent.
 */
async function warm(executor: Executor, planner: PlannerProcess, known: readonly KnownDocument[]): Promise<number> {
  const planned = await Promise.all(
    known.map(async ({ query, hash }) => {
      const document = parsed(query);
      if (!document || validate(executor.apiSchema, document).length > 0) return false;
      const request = { document, queryHash: hash, share: executor.drawShare() };
      const question = executor.expected(request);
      return !question || (await prepare(executor, planner, request, question)) === undefined;
    }),
  );
  return planned.filter(Boolean).length;
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}
