import type { PlanNode } from '@graphql-hive/router-query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { DepartmentTypes } from './audit/DepartmentTypes.ts';
import { PlanAuditor } from './audit/PlanAuditor.ts';
import { NativePlanner } from './NativePlanner.ts';
import { PlanError } from './PlanError.ts';
import { widenShared } from './widenShared.ts';
import { withoutUnknown } from './withoutUnknown.ts';

/**
 * The native planner for graphs whose departments know different types behind a field that they share: its plans ask each department for
 * all that this can answer there, where other plans ask for that only which all of them know.
 */
export class WidePlanner {
  readonly #types: DepartmentTypes;
  readonly #auditor: PlanAuditor;
  readonly #native: NativePlanner | undefined;

  /**
   * @param supergraphSdl - a composed Federation 2 graph
   * @throws Error when the planner can not read it
   */
  constructor(supergraphSdl: string) {
    this.#types = new DepartmentTypes(supergraphSdl, 'any object');
    this.#auditor = new PlanAuditor(this.#types);
    const wide = widenShared(supergraphSdl, this.#types);
    this.#native = wide === undefined ? undefined : new NativePlanner(wide);
  }

  /** Whether there is such a field in the graph. */
  get isOfUse(): boolean {
    return this.#native !== undefined;
  }

  /**
   * Plans one normalised operation.
   *
   * @param document - holds this operation only
   * @param definition - the operation
   * @throws PlanError when it finds no plan by which nothing is left out, whichever department answers
   */
  plan(document: DocumentNode, definition: OperationDefinitionNode): PlanNode | undefined {
    const node = this.#native?.plan(document);
    const plan = node && withoutUnknown(node, this.#types);
    const gap = this.#auditor.findGap(plan, definition);
    if (gap !== undefined) throw new PlanError(gap);
    return plan;
  }
}
