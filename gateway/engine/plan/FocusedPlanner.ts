import type { PlanNode } from '@graphql-hive/router-query-planner';
import { parse, visit, type DocumentNode } from 'graphql';
import type { Supergraph } from '../supergraph/readSupergraph.ts';
import { ApolloPlanner } from './apollo/ApolloPlanner.ts';
import { spareInterfaceObjects, withoutInterfaceObjects, type InterfaceObject } from './interfaceObjects.ts';
import { PlanError } from './PlanError.ts';

/**
 * The planner of `@apollo/gateway` for graphs in which a department knows the same objects as several interface objects: it finds no way
 * from one of them to what another adds and requires something for. So it is told of those only with which an operation has to do.
 */
export class FocusedPlanner {
  readonly #document: DocumentNode;
  readonly #overrides: Supergraph['overrides'];
  readonly #spare: readonly InterfaceObject[];
  /** By the interface objects that they know nothing of. */
  readonly #planners = new Map<string, ApolloPlanner>();

  /**
   * @param supergraph - a composed Federation 2 graph
   */
  constructor({ sdl, overrides }: Supergraph) {
    this.#document = parse(sdl, { noLocation: true });
    this.#overrides = overrides;
    this.#spare = spareInterfaceObjects(this.#document);
  }

  /**
   * Plans one normalised operation.
   *
   * @param document - holds this operation only
   * @param share - of the traffic: overrides of a larger percentage are on
   * @throws PlanError when it finds no plan, or no interface object can be left out
   */
  plan(document: DocumentNode, share: number): PlanNode | undefined {
    const asked = new Set<string>();
    visit(document, { Field: ({ name }) => void asked.add(name.value) });
    const idle = this.#spare.filter(({ added }) => [...added].every((field) => !asked.has(field)));
    if (idle.length === 0) throw new PlanError('No interface object can be left out');
    return this.#plannerWithout(idle).plan(document, share);
  }

  #plannerWithout(idle: readonly InterfaceObject[]): ApolloPlanner {
    const key = idle.map(({ graph, type }) => `${graph} ${type}`).join();
    const known = this.#planners.get(key);
    if (known) return known;
    const planner = madeOf(withoutInterfaceObjects(this.#document, idle), this.#overrides);
    this.#planners.set(key, planner);
    return planner;
  }
}

function madeOf(supergraphSdl: string, overrides: Supergraph['overrides']): ApolloPlanner {
  try {
    return new ApolloPlanner(supergraphSdl, overrides);
  } catch (error) {
    throw PlanError.of(error);
  }
}
