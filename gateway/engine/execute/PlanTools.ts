import type { Transport } from '../../transport/Transport.ts';
import type { TypeFamilies } from '../supergraph/TypeFamilies.ts';

/** What all steps of one plan share. */
export interface PlanTools {
  readonly families: TypeFamilies;
  /** The caller's name of each variable that goes by another name in the plan. */
  readonly callerNames: ReadonlyMap<string, string>;
  /**
   * How a department is reached.
   *
   * @param service - as plans name it
   * @throws PlanError when there is no such department
   */
  readonly transportOf: (service: string) => Transport;
}
