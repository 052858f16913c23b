import { executeSync } from 'graphql';
import type { Data } from '../answer/Data.ts';
import type { Operation } from '../plan/Operation.ts';
import type { OperationPlan } from '../plan/Planner.ts';
import { ShapeCompiler } from '../project/compileShape.ts';
import type { FieldShape, ObjectShape } from '../project/Shape.ts';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { compileApart } from './compileApart.ts';
import { compileNode } from './compileNode.ts';
import type { PlanTools } from './PlanTools.ts';
import type { Step, Variables } from './Run.ts';
import { inSequence } from './steps.ts';

const NO_ANSWERS: Data = {};

/** What an operation is compiled from. */
export interface OperationSource {
  readonly operation: Operation;
  readonly plan: OperationPlan;
  /** The variables that decide what it selects; what they select is compiled in. */
  readonly deciding: Variables;
}

/**
 * A step that is not begun once the whole answer is known to be null: nobody would read of what a mutation's later fields have done, and
 * graphql-js does not begin them either.
 */
function unlessRefused(fields: readonly FieldShape[], step: Step): Step {
  const needed = fields.filter(({ value, source }) => value.isNonNull && source.kind === 'answer');
  if (needed.length === 0) return step;
  return (run) => {
    const isRefused = needed.some(
      ({ key, from }) => run.data?.[from] === null || run.lost.some(({ path }) => path.length === 1 && path[0] === key),
    );
    return isRefused ? undefined : step(run);
  };
}

/** One operation with all that its document and its conditions decide; each request brings nothing but values. */
export class CompiledOperation {
  /** Asks the departments. */
  readonly step: Step;
  /** What the caller selected. */
  readonly shape: ObjectShape;
  /** As the planner says it, for operators. */
  readonly nodes: OperationPlan['nodes'];
  readonly #supergraph: Supergraph;
  readonly #introspection: OperationPlan['introspection'];
  readonly #isConstant: boolean;
  #schemaAnswers: Data | undefined;

  /**
   * @param source - the operation and how it is answered
   * @param supergraph - what it is answered from
   * @param transportOf - how each department is reached
   * @throws PlanError when the plan holds what the executor does not know
   */
  constructor(source: OperationSource, supergraph: Supergraph, transportOf: PlanTools['transportOf']) {
    const { operation, plan, deciding } = source;
    const { families, apiSchema } = supergraph;
    const tools = { families, callerNames: plan.callerNames, transportOf };
    const { definition, fragments } = operation;
    const rootType = apiSchema.getRootType(definition.operation);
    if (!rootType) throw new Error(`The graph has no ${definition.operation}`);
    const satisfies = (typeName: string, condition: string): boolean => families.satisfies(typeName, condition);
    const compiler = new ShapeCompiler(supergraph, { fragments, variables: deciding, satisfies });
    this.shape = compiler.object(rootType, [definition.selectionSet], false);
    this.nodes = plan.nodes;
    const steps = plan.nodes.map((node) =>
      node.kind === 'Apart' ? compileApart(node, tools) : compileNode(node, tools),
    );
    this.step = inSequence(steps.map((step) => unlessRefused(this.shape.fields ?? [], step)));
    this.#supergraph = supergraph;
    this.#introspection = plan.introspection;
    this.#isConstant = definition.variableDefinitions?.length === 0;
  }

  /**
   * Answers what is asked about the schema itself.
   *
   * @param sent - variables as the caller sent them
   */
  schemaAnswers(sent: Variables): Data {
    const document = this.#introspection;
    if (!document) return NO_ANSWERS;
    if (this.#schemaAnswers) return this.#schemaAnswers;
    const { data } = executeSync({ schema: this.#supergraph.apiSchema, document, variableValues: sent });
    const answers: Data = data ?? {};
    if (this.#isConstant) this.#schemaAnswers = answers;
    return answers;
  }
}
