import type {
  BatchFetchNode,
  FetchNode,
  FlattenNodePathSegment,
  OutputRewrite,
  PlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { Kind, parse, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { Coverage, typesBehind } from './Coverage.ts';
import { coverageOf, type Fetched } from './coverageOf.ts';
import { entitySelections } from './entitySelections.ts';
import { findMissing, requiredSelections, type WantedSelection } from './findMissing.ts';
import type { DepartmentTypes } from './DepartmentTypes.ts';
import { isRequirementMet } from './isRequirementMet.ts';
import { renameCovered } from './renameCovered.ts';

/** A list of entities that a fetch asks for. */
interface Demand {
  readonly path: readonly FlattenNodePathSegment[];
  readonly requires: readonly RequiresSelection[];
  readonly selectionSet: SelectionSetNode;
  readonly rewrites: readonly OutputRewrite[] | undefined;
}

/** What is wrong with a plan. */
export interface Finding {
  /** The first thing that it lacks, in the words of the graph; `undefined` where it lacks nothing. */
  readonly gap: string | undefined;
  /** What a department does not answer where it is asked, so that it may say so beside an answer that is right. */
  readonly refused: readonly string[];
}

/** A place of the answer. */
interface Place {
  readonly coverage: Coverage;
  /** Names of the object types that can stand there. */
  readonly types: ReadonlySet<string>;
}

/** What there is of a whole answer. */
interface Brought extends Place {
  /** See `Finding`. */
  readonly refused: Set<string>;
}

/** Adds what a part of the plan brings. */
type Later = () => void;

/**
 * Finds out, without asking anybody, whether a plan brings what it needs: each fetch what the fetches after it require,
 * and all of them what the caller selected.
 */
export class PlanAuditor {
  readonly #types: DepartmentTypes;

  /**
   * @param types - of the whole graph, hidden ones included
   */
  constructor(types: DepartmentTypes) {
    this.#types = types;
  }

  /**
   * Looks for what is wrong with a plan.
   *
   * @param node - the plan; `undefined` where nothing is asked
   * @param definition - the normalised operation that it is for
   */
  audit(node: PlanNode | undefined, definition: OperationDefinitionNode): Finding {
    const root = this.#types.root(definition.operation);
    if (root === undefined) return { gap: 'There is no such root', refused: [] };
    const from = new Set([root]);
    const brought: Brought = { coverage: new Coverage(), types: from, refused: new Set() };
    if (node) this.#visit(node, [], brought)?.();
    const gap = findMissing(this.#types, requiredSelections(definition.selectionSet), brought.coverage, from);
    return { gap, refused: [...brought.refused] };
  }

  /** Finds out what a node brings by what is there before it, and adds it when the returned function is called. */
  #visit(node: PlanNode, path: readonly FlattenNodePathSegment[], brought: Brought): Later | undefined {
    switch (node.kind) {
      case 'Fetch':
      case 'BatchFetch':
        return this.#fetch(node, path, brought);
      case 'Sequence':
        for (const inner of node.nodes) this.#visit(inner, path, brought)?.();
        return undefined;
      case 'Parallel':
        return all(node.nodes.map((inner) => this.#visit(inner, path, brought)));
      case 'Flatten':
        return this.#visit(node.node, [...path, ...node.path], brought);
      case 'Condition':
        return all([node.ifClause, node.elseClause].map((inner) => inner && this.#visit(inner, path, brought)));
      default:
        return undefined;
    }
  }

  #fetch(node: FetchNode | BatchFetchNode, path: readonly FlattenNodePathSegment[], brought: Brought): Later {
    const document = parse(node.operation, { noLocation: true });
    const service = node.serviceName;
    if (node.kind === 'Fetch' && !node.requires) {
      const { selectionSet } = entitySelections(document);
      const covered = this.#covered(brought, { service, selectionSet, from: brought.types });
      renameCovered(this.#types, covered, node.outputRewrites);
      return () => {
        brought.coverage.merge(covered);
      };
    }
    const later = demandsOf(node, document, path).map((demand) => this.#demand(demand, service, brought));
    return all(later);
  }

  #demand({ path, requires, selectionSet, rewrites }: Demand, service: string, brought: Brought): Later | undefined {
    const place = walk(this.#types, brought, path);
    if (!place) return undefined;
    const asked = requires.flatMap((selection) =>
      selection.kind === 'InlineFragment' ? this.#types.possible(selection.typeCondition) : [...place.types],
    );
    const isRepresented = (type: string): boolean => {
      const typed = [this.#typeNameFor(type, requires), ...requires];
      return place.types.has(type) && findMissing(this.#types, typed, place.coverage, new Set([type])) === undefined;
    };
    const conditions = new Set(selectionSet.selections.map(conditionOf));
    // An entity is sent under one name, so that a fragment on another interface, known as an object as well, never applies to it.
    const hasOneName = (type: string): boolean =>
      this.#types.facesOf(service, type).filter((face) => conditions.has(face)).length <= 1;
    // An entity of which a part is missing is not asked for.
    const from = new Set(asked.filter((type) => isRepresented(type) && hasOneName(type)));
    const covered = this.#covered(brought, { service, selectionSet, from });
    for (const { calls } of covered.fields.values()) {
      for (const [type, [call = '']] of calls) {
        const required = this.#types.required(service, type, call.slice(0, call.indexOf('(')));
        const represented = { requires, coverage: place.coverage, types: new Set([type]) };
        if (required && !isRequirementMet(this.#types, required, represented)) calls.delete(type);
      }
    }
    renameCovered(this.#types, covered, rewrites);
    return () => {
      place.coverage.merge(covered);
    };
  }

  #covered({ refused }: Brought, fetched: Fetched): Coverage {
    return coverageOf(this.#types, fetched, (coordinate) =>
      refused.add(`${fetched.service} does not answer ${coordinate}`),
    );
  }

  /** Where what is sent is for the objects of one type, they have to say that they are of it: the name of an interface will not do. */
  #typeNameFor(type: string, requires: readonly RequiresSelection[]): WantedSelection {
    const isForOthers = requires.some(
      (one) =>
        one.kind !== 'InlineFragment' ||
        (one.typeCondition !== type && this.#types.possible(one.typeCondition).includes(type)),
    );
    return { kind: 'Field', name: '__typename', ...(isForOthers ? {} : { call: '__typename()' }) };
  }
}

function conditionOf(selection: SelectionNode): string | undefined {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
}

function all(later: readonly (Later | undefined)[]): Later {
  return () => {
    for (const end of later) end?.();
  };
}

function demandsOf(
  node: FetchNode | BatchFetchNode,
  document: ReturnType<typeof parse>,
  path: readonly FlattenNodePathSegment[],
): readonly Demand[] {
  const { byKey } = entitySelections(document);
  if (node.kind === 'Fetch') {
    const selectionSet = byKey.get('_entities');
    return selectionSet ? [{ path, requires: node.requires ?? [], selectionSet, rewrites: node.outputRewrites }] : [];
  }
  return node.entityBatch.aliases.flatMap(({ alias, paths, requires, outputRewrites }) => {
    const selectionSet = byKey.get(alias);
    return selectionSet
      ? paths.map((inner) => ({ path: [...path, ...inner], requires, selectionSet, rewrites: outputRewrites }))
      : [];
  });
}

/** Follows a path to where entities stand; `undefined` where nothing can. */
function walk(all: DepartmentTypes, from: Place, path: readonly FlattenNodePathSegment[]): Place | undefined {
  let { coverage, types } = from;
  for (const segment of path) {
    if (segment === '@') continue;
    if ('TypeCondition' in segment) {
      const met = new Set(segment.TypeCondition.flatMap((name) => all.possible(name)));
      types = new Set([...types].filter((type) => met.has(type)));
      continue;
    }
    const field = coverage.fields.get(segment.Field);
    if (!field) return undefined;
    coverage = field.inner;
    types = typesBehind(field);
  }
  return { coverage, types };
}
