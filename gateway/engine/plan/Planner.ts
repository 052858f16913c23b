import type { PlanNode } from '@graphql-hive/router-query-planner';
import {
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { ApolloPlanner } from './apollo/ApolloPlanner.ts';
import { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { PlanAuditor } from './audit/PlanAuditor.ts';
import { documentOf } from './documentOf.ts';
import { NativePlanner } from './NativePlanner.ts';
import { Normaliser, type Selecting } from './Normaliser.ts';
import type { Operation } from './Operation.ts';
import { PlanError } from './PlanError.ts';
import { pickRootFields, responseKey, rootFields } from './pickRootFields.ts';
import { renameReserved } from './renameReserved.ts';

/** What is done to answer one operation. */
export interface OperationPlan {
  /** Run one after the other: one for a query, one per root field for a mutation; fewer where nothing is asked. */
  readonly nodes: readonly PlanNode[];
  /** The caller's name of each variable that goes by another name in the plan. */
  readonly callerNames: ReadonlyMap<string, string>;
  /** What is asked about the schema itself; `undefined` where nothing is. */
  readonly introspection: DocumentNode | undefined;
}

/** Which planner is asked: the native one first, or the other one alone. */
export type PlannerChoice = 'native first' | 'apollo';

/** Plans operations over the departments of one supergraph. */
export class Planner {
  readonly #normaliser: Normaliser;
  readonly #native: NativePlanner;
  readonly #auditor: PlanAuditor;
  readonly #sdl: string;
  #apollo: ApolloPlanner | undefined;

  /**
   * @param supergraph - a composed Federation 2 graph
   * @throws Error when the planner can not read it
   */
  constructor(supergraph: Supergraph) {
    const { sdl } = supergraph;
    this.#sdl = sdl;
    this.#normaliser = new Normaliser(supergraph);
    this.#native = new NativePlanner(sdl);
    this.#auditor = new PlanAuditor(new DepartmentTypes(sdl));
  }

  /**
   * Plans one operation.
   *
   * What no planner does is done here: the native one knows nothing of the schema's own fields, it fails on some fragments,
   * it gives its variables names that callers may use as well, and it would begin the second field of a mutation before
   * the first one is complete, although its fields are to be executed serially (GraphQL, section 6.2.2). Where it finds
   * no plan, or one that lacks something, the planner of `@apollo/gateway` is asked.
   *
   * @param operation - validated
   * @param variables - coerced; the plan is for all requests that select the same by them
   * @param choice - which planner is asked
   * @throws PlanError when there is no way to answer it
   */
  plan(operation: Operation, variables: Selecting['variables'], choice: PlannerChoice = 'native first'): OperationPlan {
    const { definition, fragments } = operation;
    refuseUnanswerable(operation);
    const own = pickRootFields(definition.selectionSet, fragments, ({ name }) => isSchemaField(name.value));
    const { operation: renamed, callerNames } = renameReserved(this.#normaliser.normalise(operation, variables));
    return {
      nodes: planParts(renamed).flatMap(
        (part) => this.#node({ ...renamed.definition, selectionSet: part }, choice) ?? [],
      ),
      callerNames,
      introspection: own && documentOf(operation, own),
    };
  }

  #node(definition: OperationDefinitionNode, choice: PlannerChoice): PlanNode | undefined {
    const document = documentOf({ definition, fragments: new Map() }, definition.selectionSet);
    const problems: string[] = [];
    for (const plan of choice === 'apollo' ? [this.#byApollo] : [this.#natively, this.#byApollo]) {
      try {
        const node = plan.call(this, document);
        const gap = this.#auditor.findGap(node, definition);
        if (gap === undefined) return node;
        problems.push(gap);
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        problems.push(error.problem);
      }
    }
    throw new PlanError(problems.join('; '));
  }

  #natively(document: DocumentNode): PlanNode | undefined {
    return this.#native.plan(document);
  }

  #byApollo(document: DocumentNode): PlanNode | undefined {
    this.#apollo ??= new ApolloPlanner(this.#sdl);
    return this.#apollo.plan(document);
  }
}

/** A value under the name `__proto__` would change the object that it should stand in. */
function refuseUnanswerable({ definition, fragments }: Operation): void {
  if (definition.operation === OperationTypeNode.SUBSCRIPTION) throw new PlanError('Subscriptions are not served');
  const refuse = (field: FieldNode): void => {
    if (field.alias?.value === '__proto__') throw new PlanError('No field of an answer can be called __proto__');
  };
  for (const part of [definition, ...fragments.values()]) visit(part, { Field: refuse });
}

function isSchemaField(name: string): boolean {
  return name === '__schema' || name === '__type';
}

/** A query is one part, a mutation has a part per root field. */
function planParts({ definition, fragments }: Operation): readonly SelectionSetNode[] {
  const fields = rootFields(definition.selectionSet, fragments).filter(({ name }) => !name.value.startsWith('__'));
  const keys = [...new Set(fields.map(responseKey))];
  const groups = definition.operation === OperationTypeNode.MUTATION ? keys.map((key) => [key]) : [keys];
  return groups.flatMap((group) => {
    const kept = new Set(group);
    const isKept = (field: FieldNode): boolean => kept.has(responseKey(field)) && !field.name.value.startsWith('__');
    return pickRootFields(definition.selectionSet, fragments, isKept) ?? [];
  });
}
