import type { PlanNode } from '@graphql-hive/router-query-planner';
import {
  OperationTypeNode,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { NO_SHARE } from '../supergraph/progressiveOverrides.ts';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { ApolloPlanner } from './apollo/ApolloPlanner.ts';
import { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { PlanAuditor } from './audit/PlanAuditor.ts';
import { documentOf } from './documentOf.ts';
import { NativePlanner } from './NativePlanner.ts';
import { Normaliser, TYPE_NAME, type Selecting } from './Normaliser.ts';
import type { Operation } from './Operation.ts';
import { halvesOf } from './halvesOf.ts';
import { PlanError } from './PlanError.ts';
import { plannerSdl } from './plannerSdl.ts';
import { pickRootFields, responseKey, rootFields, type Fragments } from './pickRootFields.ts';
import type { ApartNode, PlannedNode } from './PlannedNode.ts';
import { renameReserved } from './renameReserved.ts';
import { WidePlanner } from './WidePlanner.ts';

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

/** What is tried for one part of an operation, in this order, and for which share of the traffic. */
interface Trial {
  readonly ways: 'all' | 'apollo' | 'few keys';
  readonly share: number;
}

/** How an operation is planned. */
export interface PlanningWay {
  readonly choice?: PlannerChoice | undefined;
  /** Of the traffic, see `drawShare`: overrides of a larger percentage are on. None is unless given. */
  readonly share?: number | undefined;
}

/** A normalised operation has none. */
const NO_FRAGMENTS: Fragments = new Map();

/** Plans operations over the departments of one supergraph. */
export class Planner {
  readonly #normaliser: Normaliser;
  readonly #native: NativePlanner;
  readonly #auditor: PlanAuditor;
  readonly #wide: WidePlanner | undefined;
  readonly #supergraph: Supergraph;
  readonly #types: DepartmentTypes;
  #apollo: ApolloPlanner | undefined;
  #frugal: NativePlanner | undefined;
  #hasFewer: boolean | undefined;

  /**
   * @param supergraph - a composed Federation 2 graph
   * @throws Error when the planner can not read it
   */
  constructor(supergraph: Supergraph) {
    const { sdl } = supergraph;
    this.#supergraph = supergraph;
    this.#normaliser = new Normaliser(supergraph);
    const types = new DepartmentTypes(sdl);
    this.#types = types;
    this.#native = new NativePlanner(sdl, types);
    this.#auditor = new PlanAuditor(types);
    this.#wide = WidePlanner.of(sdl, types);
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
    return {
      nodes: planParts(renamed).flatMap((part) => this.#nodes({ ...renamed.definition, selectionSet: part }, way)),
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
      return [this.#node(definition, trial) ?? []].flat();
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
        const node = this.#node(half, trial);
        return node ? [{ kind: 'Apart', node, selections: print(selectionSet) }] : [];
      } catch (error) {
        return this.#halves(half, trial, error);
      }
    });
  }

  #node(definition: OperationDefinitionNode, trial: Trial): PlanNode | undefined {
    const document = documentOf({ definition, fragments: NO_FRAGMENTS }, definition.selectionSet);
    const { ways, share } = trial;
    const problems: string[] = [];
    const [byApollo, byFewKeys] = [() => this.#byApollo(document, share), () => this.#byFewKeys(document, share)];
    const byWide = this.#wide;
    const wide = byWide ? [() => byWide.plan(document, definition, share)] : [];
    const byField = () => this.#byField(definition, share);
    const byTypes = () => this.#native.plan(withTypeNames(document), share);
    const all = [...wide, () => this.#native.plan(document, share), byApollo, byField, byFewKeys, byTypes];
    for (const plan of { all, apollo: [byApollo], 'few keys': [byFewKeys] }[ways]) {
      try {
        const node = plan();
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

  #byApollo(document: DocumentNode, share: number): PlanNode | undefined {
    const { sdl, overrides } = this.#supergraph;
    this.#apollo ??= new ApolloPlanner(sdl, overrides);
    return this.#apollo.plan(document, share);
  }

  /** Where a requirement leads back to a department, the native planner may fail over the keys that it could use and need not. */
  #byFewKeys(document: DocumentNode, share: number): PlanNode | undefined {
    // Told the same again, it would end the same way.
    const { sdl } = this.#supergraph;
    this.#hasFewer ??= plannerSdl(sdl, 'fewest') !== plannerSdl(sdl);
    if (!this.#hasFewer) throw new PlanError('No department has a key that it could do without');
    this.#frugal ??= new NativePlanner(sdl, this.#types, 'fewest');
    return this.#frugal.plan(document, share);
  }

  /** Each root field by itself: planned together, fields that require the same with other arguments may be confused. */
  #byField(definition: OperationDefinitionNode, share: number): PlanNode | undefined {
    const nodes = fieldParts(definition).flatMap((part) => {
      const operation = { definition, fragments: NO_FRAGMENTS };
      return this.#native.plan(documentOf(operation, part), share) ?? [];
    });
    return nodes.length > 1 ? { kind: 'Parallel', nodes } : nodes[0];
  }
}

/** The native planner may forget the key by which it goes on from an interface object, and does not where the type is asked for. */
function withTypeNames(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: {
      leave: ({ selectionSet, ...field }) =>
        selectionSet && {
          ...field,
          selectionSet: { ...selectionSet, selections: [TYPE_NAME, ...selectionSet.selections] },
        },
    },
  });
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
function planParts({ definition }: Operation): readonly SelectionSetNode[] {
  if (definition.operation === OperationTypeNode.MUTATION) return fieldParts(definition);
  return partOf(definition, ({ name }) => !name.value.startsWith('__'));
}

/** A part per root field. */
function fieldParts(definition: OperationDefinitionNode): readonly SelectionSetNode[] {
  const fields = rootFields(definition.selectionSet, NO_FRAGMENTS).filter(({ name }) => !name.value.startsWith('__'));
  const keys = new Set(fields.map(responseKey));
  return [...keys].flatMap((key) =>
    partOf(definition, (field) => responseKey(field) === key && !field.name.value.startsWith('__')),
  );
}

function partOf(
  { selectionSet }: OperationDefinitionNode,
  isKept: (field: FieldNode) => boolean,
): readonly SelectionSetNode[] {
  return [pickRootFields(selectionSet, NO_FRAGMENTS, isKept) ?? []].flat();
}
