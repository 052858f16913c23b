import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import { print, type DocumentNode } from 'graphql';
import type { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { PlanError } from './PlanError.ts';
import { plannerSdl } from './plannerSdl.ts';
import { mendFetches } from './mendFetches.ts';

/** Labels of progressive overrides that are no percentages: nobody turns them on, so a field stays with its first owner. */
const NO_LABELS = new Set<string>();

/**
 * The planner that is asked first: it needs a tenth of the other's time.
 *
 * It (0.0.38) ends the process over some documents, finds no plan for others that have one, and for a few gives one that does not
 * bring what it requires; so what it says is audited, and the process is one that may end. What its documents ask of a type for other
 * types, which no department would take, is left out.
 */
export class NativePlanner {
  readonly #planner: QueryPlanner;
  readonly #types: DepartmentTypes;

  /**
   * @param supergraphSdl - a composed Federation 2 graph
   * @param types - of the graph as it is
   * @param keys - which keys it is told, as `plannerSdl` says
   * @throws Error when the planner can not read it
   */
  constructor(supergraphSdl: string, types: DepartmentTypes, keys?: Parameters<typeof plannerSdl>[1]) {
    this.#types = types;
    this.#planner = new QueryPlanner(plannerSdl(supergraphSdl, keys));
  }

  /**
   * Plans one normalised operation.
   *
   * @param document - holds this operation only
   * @param share - of the traffic: overrides of a larger percentage are on
   * @returns `undefined` where nothing is asked
   * @throws PlanError when it finds no plan
   */
  plan(document: DocumentNode, share: number): PlanNode | undefined {
    try {
      const { node } = this.#planner.plan(print(document), undefined, NO_LABELS, share);
      return node && mendFetches(node, this.#types);
    } catch (error) {
      throw PlanError.of(error);
    }
  }
}
