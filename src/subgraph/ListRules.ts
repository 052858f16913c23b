import type { LedgerBody } from '../ledger/LedgerBody.ts';

/** The parts of a ledger entry's body that a list looks at. */
export type ListableFact = Pick<LedgerBody, 'type' | 'sortOn' | 'values' | 'record'>;

/** Red and black lists, as a department defines them over the facts of all: which facts put their subject on which list. */
export interface ListRules {
  /** Another version may give other lists for the same fact. */
  readonly version: string;
  /** GraphQL types of the facts that can be entries; no other fact needs to be looked at. */
  readonly factTypes: ReadonlySet<string>;
  /**
   * The lists that a fact puts its subject on, as long as the fact itself may be seen.
   *
   * @param fact - of any department
   * @returns ids of lists
   */
  listsOf(fact: ListableFact): readonly string[];
}
