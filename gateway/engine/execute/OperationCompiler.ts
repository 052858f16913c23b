import { getVariableValues, GraphQLError, Kind, print, type VariableDefinitionNode } from 'graphql';
import { conditionVariables } from '../plan/conditionVariables.ts';
import { operationOf, type Operation } from '../plan/Operation.ts';
import { Planner, type OperationPlan } from '../plan/Planner.ts';
import type { PlanQuestion } from '../plan/process/plannerMessages.ts';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { CompiledOperation, type OperationSource } from './CompiledOperation.ts';
import type { PlanCacheFigures } from './Executor.ts';
import { PlanCache, type OperationRequest } from './PlanCache.ts';
import type { PlanTools } from './PlanTools.ts';
import type { Variables } from './Run.ts';

/** Variables that are found wrong before the rest is left unread, as graphql-js has it. */
const MAX_ERRORS = 50;

const NO_VALUES: Variables = {};

/** What a document says of one of its operations. */
interface ReadOperation {
  readonly operation: Operation;
  /** The variables by which it decides what it selects. */
  readonly conditions: readonly string[];
}

/** An operation with the values of one request. */
export interface ReadyOperation {
  readonly compiled: CompiledOperation;
  /** Variables with defaults. */
  readonly coerced: Variables;
}

/** Plans and compiles operations, each once per combination of the values by which it decides what it selects. */
export class OperationCompiler {
  readonly #supergraph: Supergraph;
  readonly #transportOf: PlanTools['transportOf'];
  readonly #read: PlanCache<ReadOperation>;
  readonly #compiled: PlanCache<CompiledOperation>;
  #planner: Planner | undefined;

  /**
   * @param supergraph - what operations are answered from
   * @param transportOf - how each department is reached
   * @param size - how many are kept
   */
  constructor(supergraph: Supergraph, transportOf: PlanTools['transportOf'], size: number) {
    this.#supergraph = supergraph;
    this.#transportOf = transportOf;
    this.#read = new PlanCache(size);
    this.#compiled = new PlanCache(size);
  }

  /** Figures of the plans that are kept. */
  get figures(): PlanCacheFigures {
    return this.#compiled.figures;
  }

  /**
   * Makes an operation ready to be run.
   *
   * @param request - which operation
   * @param sent - variables as the caller sent them
   * @returns what is wrong with the variables, if anything is
   * @throws GraphQLError when there is no such operation, or no plan for it
   */
  ready(request: OperationRequest, sent: Variables): ReadyOperation | { readonly errors: readonly GraphQLError[] } {
    const read = this.#readOperation(request);
    const { coerced, errors } = this.#coerced(read, sent);
    if (errors) return { errors };
    const undecided = read.conditions.find((name) => coerced[name] === null);
    if (undecided !== undefined) return { errors: [nullCondition(undecided)] };
    return { compiled: this.#compile(request, read, coerced), coerced };
  }

  /**
   * What a request is answered by. Nothing is planned here.
   *
   * @param request - which operation
   * @param sent - variables as the caller sent them
   * @returns `undefined` where it is not planned yet, or refused
   * @throws GraphQLError when there is no such operation
   */
  kept(request: OperationRequest, sent: Variables): CompiledOperation | undefined {
    const read = this.#readOperation(request);
    const { coerced } = this.#coerced(read, sent);
    return coerced && this.#compiled.peek(request, variantOf(decidingOf(read.conditions, coerced)));
  }

  /**
   * Says what has to be planned to answer a request.
   *
   * @param request - which operation
   * @param sent - variables as the caller sent them
   * @returns `undefined` where nothing has to be planned, since it is known or will be refused
   * @throws GraphQLError when there is no such operation
   */
  open(request: OperationRequest, sent: Variables): PlanQuestion | undefined {
    const read = this.#readOperation(request);
    const { conditions } = read;
    // Most operations select the same whatever their variables are, which are then read only once, when it is run.
    const coerced = conditions.length === 0 ? NO_VALUES : this.#coerced(read, sent).coerced;
    return coerced && this.#question(request, decidingOf(conditions, coerced));
  }

  /**
   * Says what has to be planned for an operation before there are values for it: for the defaults of its conditions, or
   * else as if they were false.
   *
   * @param request - which operation
   * @returns `undefined` where it is planned already
   * @throws GraphQLError when there is no such operation
   */
  expected(request: OperationRequest): PlanQuestion | undefined {
    const { operation, conditions } = this.#readOperation(request);
    return this.#question(request, decidingOf(conditions, defaultsOf(operation.definition.variableDefinitions ?? [])));
  }

  #question(request: OperationRequest, deciding: PlanQuestion['deciding']): PlanQuestion | undefined {
    if (this.#compiled.has(request, variantOf(deciding))) return undefined;
    return {
      text: print(request.document),
      operationName: request.operationName ?? undefined,
      deciding,
      share: request.share,
    };
  }

  /**
   * Compiles a plan that was made elsewhere, and keeps it.
   *
   * @param request - which operation
   * @param deciding - values of the variables by which it decides what it selects
   * @param plan - for these values
   * @throws PlanError when the plan holds what the executor does not know
   */
  adopt(request: OperationRequest, deciding: PlanQuestion['deciding'], plan: OperationPlan): void {
    const { operation } = this.#readOperation(request);
    this.#compiled.get(request, variantOf(deciding), () => this.#made({ operation, plan, deciding }));
  }

  #coerced({ operation: { definition } }: ReadOperation, sent: Variables): ReturnType<typeof getVariableValues> {
    const definitions = definition.variableDefinitions ?? [];
    return getVariableValues(this.#supergraph.apiSchema, definitions, sent, { maxErrors: MAX_ERRORS });
  }

  #readOperation(request: OperationRequest): ReadOperation {
    return this.#read.get(request, '', () => {
      const operation = operationOf(request.document, request.operationName);
      return { operation, conditions: conditionVariables(operation) };
    });
  }

  #compile(request: OperationRequest, { operation, conditions }: ReadOperation, coerced: Variables): CompiledOperation {
    const deciding = decidingOf(conditions, coerced);
    return this.#compiled.get(request, variantOf(deciding), () => {
      // The product's operations are planned by a process of its own before they come here.
      this.#planner ??= new Planner(this.#supergraph);
      return this.#made({ operation, plan: this.#planner.plan(operation, deciding, request), deciding });
    });
  }

  #made(source: OperationSource): CompiledOperation {
    return new CompiledOperation(source, this.#supergraph, this.#transportOf);
  }
}

/** A nullable variable with a default may stand where no null may, and be null all the same (GraphQL, section 6.4.1). */
function nullCondition(name: string): GraphQLError {
  return new GraphQLError(`Variable "$${name}" must not be null: @skip or @include is decided by it.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** Nothing else of a caller's variables is kept. */
function decidingOf(conditions: readonly string[], coerced: Variables): Readonly<Record<string, boolean>> {
  return Object.fromEntries(conditions.map((name) => [name, coerced[name] === true]));
}

function variantOf(deciding: Readonly<Record<string, boolean>>): string {
  return Object.values(deciding).map(Number).join('');
}

function defaultsOf(definitions: readonly VariableDefinitionNode[]): Variables {
  return Object.fromEntries(
    definitions.flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value]] : [],
    ),
  );
}
