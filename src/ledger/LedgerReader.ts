import type { Filter } from 'mongodb';
import type { Silence } from './OutboxWatch.ts';
import type { LedgerBody, LedgerEntry } from './LedgerBody.ts';

/** The ledger as departments read it; they never write it. */
export interface LedgerReader {
  /** Number of the last entry; 0 while there is none. */
  head(): Promise<number>;
  /**
   * Entries behind a position, in order.
   *
   * @param seq - 0 begins at the first
   * @param limit - how many at most
   * @param filter - over the bodies; entries whose body was withheld come along only without a filter
   * @param last - the last entry that is looked at; without end unless given
   */
  after(seq: number, limit: number, filter?: Filter<LedgerBody>, last?: number): Promise<readonly LedgerEntry[]>;
  /**
   * Facts whose last changes are not followed yet: they lie in an outbox, or in the ledger behind a position. What a follower holds
   * of them may be older than what its owner shows, so it is left out until the follower has come that far.
   *
   * To be asked before the follower's own data are read: what moves on in between is then seen at one of the two places.
   *
   * Without enterprises, facts that are new are not among them: no follower holds anything of them yet, and an import may bring
   * a million at once.
   *
   * @param position - up to where the asking follower has come
   * @param usccs - enterprises that are meant; all unless given
   * @param owners - departments whose facts are meant, so that no other's outbox is looked at; all unless given
   * @param onSilent - told of a department whose outbox can not be read: any of its facts may be changing. Without it that is an error
   * @returns ids of facts; those in the ledger may be of other owners
   * @throws GraphQLError DEPARTMENT_UNAVAILABLE naming such a department, where nobody wants to be told
   * @throws AppError LEDGER_BEHIND where so many facts of all enterprises changed at once that they can not be left out one by one
   */
  pendingFacts(
    position: number,
    usccs?: readonly string[],
    owners?: readonly string[],
    onSilent?: (silence: Silence) => void,
  ): Promise<ReadonlySet<string>>;
}
