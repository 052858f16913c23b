import { GraphQLError, isObjectType, type ExecutionResult } from 'graphql';
import type { Transport } from '../../transport/Transport.ts';
import { GatewayError } from '../../errors/GatewayError.ts';
import { PlanError } from '../plan/PlanError.ts';
import { isExplained } from '../project/isExplained.ts';
import { Projection } from '../project/Projection.ts';
import { drawShare } from '../supergraph/progressiveOverrides.ts';
import { readSupergraph } from '../supergraph/readSupergraph.ts';
import type { CompiledOperation } from './CompiledOperation.ts';
import type { Executor, ExecutorOptions, ExecutorRequest } from './Executor.ts';
import { OperationCompiler } from './OperationCompiler.ts';
import { describePlan } from './describePlan.ts';
import type { Run } from './Run.ts';

/** Operations that are kept compiled unless told otherwise. */
const PLANS = 1_000;

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
  const transport = (name: string): Transport => {
    const known = transports.get(name);
    if (!known) throw new PlanError(`The plan names ${name}, which the supergraph does not`);
    return known;
  };
  const compiler = new OperationCompiler(supergraph, transport, planCacheSize);
  const isVisibleObject = (typeName: unknown): boolean =>
    typeof typeName === 'string' && isObjectType(apiSchema.getType(typeName));

  const finish = ({ compiled, run }: Begun): ExecutionResult => {
    const schemaAnswers = compiled.schemaAnswers(run.sent);
    const projection = new Projection({ schemaAnswers, isObjectType: isVisibleObject });
    const data = projection.object(compiled.shape, run.data ?? {});
    const failures = { errors: [...run.errors], lost: run.lost };
    for (const path of projection.missing) {
      if (!isExplained(path, failures)) run.errors.push(new GatewayError('DATA_INCOMPLETE', {}, { path }));
    }
    return run.errors.length > 0 ? { errors: run.errors, data } : { data };
  };

  return {
    apiSchema,
    execute: (request) => {
      const begun = begin(request, compiler);
      if ('errors' in begun) return begun;
      const pending = begun.compiled.step(begun.run);
      return pending ? pending.then(() => finish(begun)) : finish(begun);
    },
    planOf: (request) => {
      const kept = orNothing(() => compiler.kept(request, request.variables ?? NO_VARIABLES));
      return kept && describePlan(kept.nodes);
    },
    unplanned: (request) => orNothing(() => compiler.open(request, request.variables ?? NO_VARIABLES)),
    expected: (request) => orNothing(() => compiler.expected(request)),
    adopt: (request, { deciding }, plan) => {
      compiler.adopt(request, deciding, plan);
    },
    drawShare: () => drawShare(supergraph.overrides),
    stats: () => compiler.figures,
  };
}

/** Whatever is wrong with an operation is said when it is executed. */
function orNothing<Found>(find: () => Found | undefined): Found | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

/** An operation that runs. */
interface Begun {
  readonly compiled: CompiledOperation;
  readonly run: Run;
}

/** An operation that is not run. */
interface Refused {
  readonly errors: readonly GraphQLError[];
}

function begin(request: ExecutorRequest, compiler: OperationCompiler): Begun | Refused {
  try {
    const sent = request.variables ?? NO_VARIABLES;
    const ready = compiler.ready(request, sent);
    if ('errors' in ready) return ready;
    const { compiled, coerced } = ready;
    const { context, onFetch } = request;
    return {
      compiled,
      run: { data: undefined, errors: [], lost: [], sent, coerced, context, onFetch },
    };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}
