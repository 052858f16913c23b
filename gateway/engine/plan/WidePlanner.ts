import type { PlanNode } from '@graphql-hive/router-query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { PlanAuditor } from './audit/PlanAuditor.ts';
import { NativePlanner } from './NativePlanner.ts';
import { PlanError } from './PlanError.ts';
import { widenShared } from './widenShared.ts';

/**
 * The native planner for graphs whose departments know different types behind a field that they share: its plans ask each department for
 * all that this can answer there, where other plans ask for that only which all of them know.
 */
export class WidePlanner {
  readonly #auditor: PlanAuditor;
  readonly #native: NativePlanner;

  private constructor(supergraphSdl: string, widened: string, types: DepartmentTypes) {
    this.#auditor = new PlanAuditor(new DepartmentTypes(supergraphSdl, 'any object'));
    this.#native = new NativePlanner(widened, types);
  }

  /**
   * Makes the planner of a graph.
   *
   * @param supergraphSdl - a composed Federation 2 graph
   * @param types - of it
   * @returns `undefined` where there is no such field in the graph
   * @throws Error when the planner can not read it
   */
  static of(supergraphSdl: string, types: DepartmentTypes): WidePlanner | undefined {
    const widened = widenShared(supergraphSdl, types);
    return widened === undefined ? undefined : new WidePlanner(supergraphSdl, widened, types);
  }

  /**
   * Plans one normalised operation.
   *
   * @param document - holds this operation only
   * @param definition - the operation
   * @param share - of the traffic: overrides of a larger percentage are on
   * @throws PlanError when it finds no plan by which nothing is left out, whichever department answers
   */
  plan(document: DocumentNode, definition: OperationDefinitionNode, share: number): PlanNode | undefined {
    const plan = this.#native.plan(document, share);
    const { gap } = this.#auditor.audit(plan, definition);
    if (gap !== undefined) throw new PlanError(gap);
    return plan;
  }
}
