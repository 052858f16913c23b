import { QueryPlanner, type PlanNode } from '@graphql-hive/router-query-planner';
import { print, type DocumentNode } from 'graphql';
import { PlanError } from './PlanError.ts';
import { plannerSdl } from './plannerSdl.ts';

/** Labels of progressive overrides: none is on, so a field stays with its first owner. */
const NO_LABELS = new Set<string>();

/** Above every percentage, so an override by share of traffic is off as well. */
const NO_SHARE = 100;

/**
 * The planner that is asked first: it needs a tenth of the other's time.
 *
 * It (0.0.38) ends the process over some documents, finds no plan for others that have one, and for a few gives one that does not
 * bring what it requires; so what it says is audited, and the process is one that may end.
 */
export class NativePlanner {
  readonly #planner: QueryPlanner;

  /**
   * @param supergraphSdl - a composed Federation 2 graph
   * @param keys - which keys it is told, as `plannerSdl` says
   * @throws Error when the planner can not read it
   */
  constructor(supergraphSdl: string, keys?: Parameters<typeof plannerSdl>[1]) {
    this.#planner = new QueryPlanner(plannerSdl(supergraphSdl, keys));
  }

  /**
   * Plans one normalised operation.
   *
   * @param document - holds this operation only
   * @returns `undefined` where nothing is asked
   * @throws PlanError when it finds no plan
   */
  plan(document: DocumentNode): PlanNode | undefined {
    try {
      return this.#planner.plan(print(document), undefined, NO_LABELS, NO_SHARE).node;
    } catch (error) {
      const problem = error instanceof Error ? error : new Error(String(error));
      throw new PlanError(`No plan: ${problem.message}`, problem);
    }
  }
}
