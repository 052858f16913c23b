import type { PlanNode } from '@graphql-hive/router-query-planner';
import { visit, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { ApolloPlanner } from './apollo/ApolloPlanner.ts';
import { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { PlanAuditor } from './audit/PlanAuditor.ts';
import { documentOf } from './documentOf.ts';
import { FocusedPlanner } from './FocusedPlanner.ts';
import { NativePlanner } from './NativePlanner.ts';
import { TYPE_NAME } from './Normaliser.ts';
import { PlanError } from './PlanError.ts';
import { plannerSdl } from './plannerSdl.ts';
import { fieldParts } from './rootParts.ts';
import { WidePlanner } from './WidePlanner.ts';

/** What is tried for one part of an operation, in this order, and for which share of the traffic. */
export interface Trial {
  readonly ways: 'all' | 'apollo' | 'few keys';
  readonly share: number;
}

/** A plan; `undefined` where nothing is asked. */
type Found = PlanNode | undefined;

/** Looks for a plan by which nothing is left out, among those of all planners. */
export class PlanSearch {
  readonly #native: NativePlanner;
  readonly #auditor: PlanAuditor;
  readonly #wide: WidePlanner | undefined;
  readonly #supergraph: Supergraph;
  readonly #types: DepartmentTypes;
  #apollo: ApolloPlanner | undefined;
  #frugal: NativePlanner | undefined;
  #focused: FocusedPlanner | undefined;
  #hasFewer: boolean | undefined;

  /**
   * @param supergraph - a composed Federation 2 graph
   * @throws Error when the native planner can not read it
   */
  constructor(supergraph: Supergraph) {
    const { sdl } = supergraph;
    const types = new DepartmentTypes(sdl);
    this.#supergraph = supergraph;
    this.#types = types;
    this.#native = new NativePlanner(sdl, types);
    this.#auditor = new PlanAuditor(types);
    this.#wide = WidePlanner.of(sdl, types);
  }

  /**
   * Finds a plan for one part of an operation. One that asks a department for what it does not answer is taken only where there is no
   * other: it brings everything, and an error beside it.
   *
   * @param definition - normalised, without named fragments
   * @param trial - what is tried
   * @returns `undefined` where nothing is asked
   * @throws PlanError when no planner has a plan that brings everything
   */
  find(definition: OperationDefinitionNode, trial: Trial): PlanNode | undefined {
    const problems: string[] = [];
    const second: Found[] = [];
    for (const plan of this.#ways(definition, trial)) {
      try {
        const node = plan();
        const { gap, refused } = this.#auditor.audit(node, definition);
        if (gap === undefined && refused.length === 0) return node;
        if (gap === undefined) second.push(node);
        problems.push(...[gap ?? refused].flat());
      } catch (error) {
        if (!(error instanceof PlanError)) throw error;
        problems.push(error.problem);
      }
    }
    if (second.length > 0) return second[0];
    throw new PlanError(problems.join('; '));
  }

  #ways(definition: OperationDefinitionNode, { ways, share }: Trial): readonly (() => Found)[] {
    const document = documentOf({ definition, fragments: new Map() }, definition.selectionSet);
    const wide = this.#wide;
    const [byApollo, byFewKeys] = [() => this.#byApollo(document, share), () => this.#byFewKeys(document, share)];
    const all = [
      ...(wide ? [() => wide.plan(document, definition, share)] : []),
      () => this.#native.plan(document, share),
      byApollo,
      () => this.#byField(definition, share),
      byFewKeys,
      () => this.#native.plan(withTypeNames(document), share),
      () => this.#byFocused(document, share),
    ];
    return { all, apollo: [byApollo], 'few keys': [byFewKeys] }[ways];
  }

  #byApollo(document: DocumentNode, share: number): Found {
    const { sdl, overrides } = this.#supergraph;
    this.#apollo ??= new ApolloPlanner(sdl, overrides);
    return this.#apollo.plan(document, share);
  }

  /** Where a requirement leads back to a department, the native planner may fail over the keys that it could use and need not. */
  #byFewKeys(document: DocumentNode, share: number): Found {
    // Told the same again, it would end the same way.
    const { sdl } = this.#supergraph;
    this.#hasFewer ??= plannerSdl(sdl, 'fewest') !== plannerSdl(sdl);
    if (!this.#hasFewer) throw new PlanError('No department has a key that it could do without');
    this.#frugal ??= new NativePlanner(sdl, this.#types, 'fewest');
    return this.#frugal.plan(document, share);
  }

  #byFocused(document: DocumentNode, share: number): Found {
    this.#focused ??= new FocusedPlanner(this.#supergraph);
    return this.#focused.plan(document, share);
  }

  /** Each root field by itself: planned together, fields that require the same with other arguments may be confused. */
  #byField(definition: OperationDefinitionNode, share: number): Found {
    const nodes = fieldParts(definition).flatMap((part) => {
      return this.#native.plan(documentOf({ definition, fragments: new Map() }, part), share) ?? [];
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
