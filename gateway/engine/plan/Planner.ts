import { OperationTypeNode, visit, type DocumentNode, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { documentOf } from './documentOf.ts';
import { Normaliser, type Selecting } from './Normaliser.ts';
import type { Operation } from './Operation.ts';
import { PlanError } from './PlanError.ts';
import { pickRootFields, responseKey, rootFields } from './pickRootFields.ts';
import { renameReserved } from './renameReserved.ts';
import { StagePlanner, type Stage } from './StagePlanner.ts';

/** What is done to answer one operation. */
export interface OperationPlan {
  /** Run one after the other: one for a query, one per root field for a mutation. */
  readonly stages: readonly Stage[];
  /** The caller's name of each variable that goes by another name in the plan. */
  readonly callerNames: ReadonlyMap<string, string>;
  /** What is asked about the schema itself; `undefined` where nothing is. */
  readonly introspection: DocumentNode | undefined;
}

/** Plans operations over the departments of one supergraph. */
export class Planner {
  readonly #normaliser: Normaliser;
  readonly #planner: StagePlanner;

  /**
   * @param supergraph - a composed Federation 2 graph
   * @throws Error when the planner can not read it
   */
  constructor(supergraph: Supergraph) {
    this.#normaliser = new Normaliser(supergraph);
    this.#planner = new StagePlanner(supergraph);
  }

  /**
   * Plans one operation.
   *
   * What the planner does not do is done here: it knows nothing of the schema's own fields, it fails on some fragments,
   * it gives its variables names that callers may use as well, and it would begin the second field of a mutation before
   * the first one is complete, although its fields are to be executed serially (GraphQL, section 6.2.2).
   *
   * @param operation - validated
   * @param variables - coerced; the plan is for all requests that select the same by them
   * @throws PlanError when there is no way to answer it
   */
  plan(operation: Operation, variables: Selecting['variables']): OperationPlan {
    const { definition, fragments } = operation;
    refuseUnanswerable(operation);
    const own = pickRootFields(definition.selectionSet, fragments, ({ name }) => isSchemaField(name.value));
    const { operation: renamed, callerNames } = renameReserved(this.#normaliser.normalise(operation, variables));
    return {
      stages: planParts(renamed).map((part) => this.#planner.plan(renamed.definition, part)),
      callerNames,
      introspection: own && documentOf(operation, own),
    };
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
