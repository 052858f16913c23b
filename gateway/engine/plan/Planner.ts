import {
  OperationTypeNode,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';
import { NO_SHARE } from '../supergraph/progressiveOverrides.ts';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { documentOf } from './documentOf.ts';
import { halvesOf } from './halvesOf.ts';
import { Normaliser, type Selecting } from './Normaliser.ts';
import type { Operation } from './Operation.ts';
import { PlanError } from './PlanError.ts';
import type { ApartNode, PlannedNode } from './PlannedNode.ts';
import { PlanSearch, type Trial } from './PlanSearch.ts';
import { pickRootFields } from './pickRootFields.ts';
import { renameReserved } from './renameReserved.ts';
import { planParts } from './rootParts.ts';
import { setNumbersAside } from './setNumbersAside.ts';

/** What is done to answer one operation. */
export interface OperationPlan {
  /** Run one after the other: one for a query, one per root field for a mutation; fewer where nothing is asked. */
  readonly nodes: readonly PlannedNode[];
  /** The caller's name of each variable that goes by another name in the plan. */
  readonly callerNames: ReadonlyMap<string, string>;
  /** What is asked about the schema itself; `undefined` where nothing is. */
  readonly introspection: DocumentNode | undefined;
}

/** Which planner is asked: the native one first, or the other one, and the native one only for what that can not plan. */
export type PlannerChoice = 'native first' | 'apollo';

/** How an operation is planned. */
export interface PlanningWay {
  readonly choice?: PlannerChoice | undefined;
  /** Of the traffic, see `drawShare`: overrides of a larger percentage are on. None is unless given. */
  readonly share?: number | undefined;
}

/** Plans operations over the departments of one supergraph. */
export class Planner {
  readonly #normaliser: Normaliser;
  readonly #search: PlanSearch;
  readonly #apiSchema: Supergraph['apiSchema'];

  /**
   * @param supergraph - a composed Federation 2 graph
   * @throws Error when the planner can not read it
   */
  constructor(supergraph: Supergraph) {
    this.#normaliser = new Normaliser(supergraph);
    this.#search = new PlanSearch(supergraph);
    this.#apiSchema = supergraph.apiSchema;
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
   * @param way - which planner is asked, and for which part of the traffic
   * @throws PlanError when there is no way to answer it
   */
  plan(operation: Operation, variables: Selecting['variables'], way: PlanningWay = {}): OperationPlan {
    const { definition, fragments } = operation;
    refuseUnanswerable(operation);
    const own = pickRootFields(definition.selectionSet, fragments, ({ name }) => isSchemaField(name.value));
    const { operation: renamed, callerNames } = renameReserved(this.#normaliser.normalise(operation, variables));
    const { definition: asked, putBack } = setNumbersAside(renamed.definition, this.#apiSchema);
    return {
      nodes: planParts(asked).flatMap((part) => this.#nodes({ ...asked, selectionSet: part }, way).map(putBack)),
      callerNames,
      introspection: own && documentOf(operation, own),
    };
  }

  /** The native planner may end the process, and has over this document where it is not asked first: then it is asked last. */
  #nodes(definition: OperationDefinitionNode, { choice, share = NO_SHARE }: PlanningWay): readonly PlannedNode[] {
    if (choice !== 'apollo') return this.#nodesBy({ ways: 'all', share }, definition);
    try {
      return this.#nodesBy({ ways: 'apollo', share }, definition);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return this.#nodesBy({ ways: 'few keys', share }, definition);
    }
  }

  #nodesBy(trial: Trial, definition: OperationDefinitionNode): readonly PlannedNode[] {
    try {
      return [this.#search.find(definition, trial) ?? []].flat();
    } catch (error) {
      // What is written must be written once.
      if (definition.operation !== OperationTypeNode.QUERY) throw error;
      return this.#halves(definition, trial, error);
    }
  }

  /**
   * In parts that can be planned, each by itself: fields that require the same with other arguments are confused by either planner, and
   * are not once they stand in different parts.
   */
  #halves(definition: OperationDefinitionNode, trial: Trial, problem: unknown): readonly ApartNode[] {
    const halves = halvesOf(definition.selectionSet);
    if (halves.length === 0 || !(problem instanceof PlanError)) throw problem;
    return halves.flatMap((selectionSet): readonly ApartNode[] => {
      const half = { ...definition, selectionSet };
      try {
        const node = this.#search.find(half, trial);
        return node ? [{ kind: 'Apart', node, selections: print(selectionSet) }] : [];
      } catch (error) {
        return this.#halves(half, trial, error);
      }
    });
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
