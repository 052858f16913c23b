import { QueryPlanner, type FlattenNodePathSegment, type PlanNode } from '@graphql-hive/router-query-planner';
import {
  Kind,
  OperationTypeNode,
  print,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { SelectionCutter } from './cutSelections.ts';
import { documentOf } from './documentOf.ts';
import { EntryGraph, entryField } from './EntryGraph.ts';
import { PlanError } from './PlanError.ts';
import { plannerSdl } from './plannerSdl.ts';

/** Labels of progressive overrides: none is on, so a field stays with its first owner. */
const NO_LABELS = new Set<string>();

/** Above every percentage, so an override by share of traffic is off as well. */
const NO_SHARE = 100;

/** A part of an operation that is planned as one. */
export interface Stage {
  /** `undefined` where nothing is asked. */
  readonly node: PlanNode | undefined;
  /** What goes on from entities that this stage reaches, and is planned by itself. Most stages have nothing of it. */
  readonly cuts: readonly StageCut[];
}

/** Where a later stage goes on. */
export interface StageCut {
  readonly path: readonly FlattenNodePathSegment[];
  /** By the type of the entity. */
  readonly stages: ReadonlyMap<string, Stage>;
}

/** From where a stage selects: the root, or entities of a type. */
interface Start {
  readonly type: GraphQLCompositeType;
  readonly entity: string | undefined;
}

/** The planner of what goes on from entities. */
interface EntryPlanner {
  readonly graph: EntryGraph;
  readonly planner: QueryPlanner;
}

/**
 * Plans normalised operations, in stages where the planner can not plan them whole.
 *
 * The planner (0.0.38) finds no plan for some operations that have one, for instance where an entity is reached from
 * one of its own type and then requires a field of the department that the first one came from. Such an operation is
 * cut at the first entities below its root; what is left on both sides is planned by itself, and cut again if need be.
 */
export class StagePlanner {
  readonly #supergraph: Supergraph;
  readonly #planner: QueryPlanner;
  #entries: EntryPlanner | undefined;

  /**
   * @param supergraph - a composed Federation 2 graph
   * @throws Error when the planner can not read it
   */
  constructor(supergraph: Supergraph) {
    this.#supergraph = supergraph;
    this.#planner = new QueryPlanner(plannerSdl(supergraph.sdl));
  }

  /**
   * Plans root selections.
   *
   * @param definition - the operation that they belong to, with its variables
   * @param selectionSet - normalised
   * @throws PlanError when there is no way to answer them
   */
  plan(definition: OperationDefinitionNode, selectionSet: SelectionSetNode): Stage {
    const type = this.#supergraph.apiSchema.getRootType(definition.operation);
    if (!type) throw new PlanError(`The graph has no ${definition.operation}`);
    return this.#stage(definition, selectionSet, { type, entity: undefined });
  }

  #stage(definition: OperationDefinitionNode, selectionSet: SelectionSetNode, start: Start): Stage {
    try {
      return { node: this.#node(definition, selectionSet, start), cuts: [] };
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return this.#cutStage(definition, selectionSet, start, error);
    }
  }

  #cutStage(
    definition: OperationDefinitionNode,
    selectionSet: SelectionSetNode,
    start: Start,
    error: PlanError,
  ): Stage {
    const { apiSchema } = this.#supergraph;
    const { upper, cuts } = new SelectionCutter(apiSchema, this.#entryPlanner().graph.keys).cut(
      selectionSet,
      start.type,
    );
    if (cuts.length === 0) throw error;
    const prefix = start.entity === undefined ? [] : [{ Field: entryField(start.entity) }];
    return {
      node: this.#node(definition, upper, start),
      cuts: cuts.map(({ path, selections }) => ({
        path: [...prefix, ...path],
        stages: new Map(
          [...selections].map(([entity, inner]) => [entity, this.#entityStage(definition, inner, entity)]),
        ),
      })),
    };
  }

  #entityStage(definition: OperationDefinitionNode, selections: readonly SelectionNode[], entity: string): Stage {
    const type = this.#supergraph.apiSchema.getType(entity) as GraphQLCompositeType;
    const query = { ...definition, operation: OperationTypeNode.QUERY };
    return this.#stage(query, { kind: Kind.SELECTION_SET, selections }, { type, entity });
  }

  #node(definition: OperationDefinitionNode, selectionSet: SelectionSetNode, { entity }: Start): PlanNode | undefined {
    const root = entity === undefined ? selectionSet : rootOf(entity, selectionSet);
    const text = print(documentOf({ definition, fragments: new Map() }, root));
    const planner = entity === undefined ? this.#planner : this.#entryPlanner().planner;
    try {
      return planner.plan(text, undefined, NO_LABELS, NO_SHARE).node;
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      throw new PlanError(`No plan: ${problem.message}`, problem);
    }
  }

  /** Made when it is needed for the first time, which for most graphs is never. */
  #entryPlanner(): EntryPlanner {
    if (!this.#entries) {
      const graph = new EntryGraph(this.#supergraph.sdl);
      this.#entries = { graph, planner: new QueryPlanner(plannerSdl(graph.sdl)) };
    }
    return this.#entries;
  }
}

function rootOf(entity: string, selectionSet: SelectionSetNode): SelectionSetNode {
  const name = { kind: Kind.NAME, value: entryField(entity) } as const;
  return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name, selectionSet }] };
}
