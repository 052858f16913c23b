import { executeSync, type GraphQLObjectType } from 'graphql';
import type { Data } from '../answer/Data.ts';
import type { Operation } from '../plan/Operation.ts';
import type { OperationPlan } from '../plan/Planner.ts';
import type { Stage } from '../plan/StagePlanner.ts';
import { conditionVariables } from '../project/conditionVariables.ts';
import type { ObjectShape } from '../project/Shape.ts';
import { ShapeCompiler } from '../project/compileShape.ts';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { compileStage } from './compileStage.ts';
import type { PlanTools } from './PlanTools.ts';
import type { Step, Variables } from './Run.ts';
import { inSequence } from './steps.ts';

/** Shapes that are kept of one operation: enough for five conditions in all their combinations. */
const SHAPES = 32;

const NO_ANSWERS: Data = {};

/** One operation with all that its document decides; each request brings nothing but values. */
export class CompiledOperation {
  readonly operation: Operation;
  /** Asks the departments. */
  readonly step: Step;
  /** As the planner says it, for operators. */
  readonly stages: readonly Stage[];
  readonly #supergraph: Supergraph;
  readonly #rootType: GraphQLObjectType;
  readonly #conditions: readonly string[];
  readonly #introspection: OperationPlan['introspection'];
  readonly #shapes = new Map<string, ObjectShape>();
  #schemaAnswers: Data | undefined;

  /**
   * @param operation - validated
   * @param plan - how it is answered
   * @param supergraph - what it is answered from
   * @param transportOf - how each department is reached
   * @throws PlanError when the plan holds what the executor does not know
   */
  constructor(
    operation: Operation,
    plan: OperationPlan,
    supergraph: Supergraph,
    transportOf: PlanTools['transportOf'],
  ) {
    const rootType = supergraph.apiSchema.getRootType(operation.definition.operation);
    if (!rootType) throw new Error(`The graph has no ${operation.definition.operation}`);
    const tools = { families: supergraph.families, callerNames: plan.callerNames, transportOf };
    this.operation = operation;
    this.stages = plan.stages;
    this.step = inSequence(plan.stages.map((stage) => compileStage(stage, tools)));
    this.#supergraph = supergraph;
    this.#rootType = rootType;
    this.#conditions = conditionVariables(operation);
    this.#introspection = plan.introspection;
  }

  /**
   * What the caller selected, as the variables decide it.
   *
   * @param coerced - variables with defaults
   */
  shapeFor(coerced: Variables): ObjectShape {
    const key = this.#conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('');
    const known = this.#shapes.get(key);
    if (known) return known;
    const { families } = this.#supergraph;
    const { definition, fragments } = this.operation;
    const satisfies = (typeName: string, condition: string): boolean => families.satisfies(typeName, condition);
    const compiler = new ShapeCompiler(this.#supergraph, { fragments, variables: coerced, satisfies });
    const shape = compiler.object(this.#rootType, [definition.selectionSet], false);
    if (this.#shapes.size < SHAPES) this.#shapes.set(key, shape);
    return shape;
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
    const isConstant = this.operation.definition.variableDefinitions?.length === 0;
    if (isConstant) this.#schemaAnswers = answers;
    return answers;
  }
}
