import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { DepartmentCard } from '../subgraph/DepartmentCard.ts';
import type { GraphClient } from '../subgraph/GraphClient.ts';
import type { LedgerEntry } from './LedgerBody.ts';
import type { LedgerReader } from './LedgerReader.ts';

/** What a follower and a duty have at hand. */
export interface WorkContext {
  /** The database of the department that declares it. */
  readonly database: DepartmentDatabase;
  readonly ledger: LedgerReader;
  readonly graph: GraphClient;
  /** All departments that there are, this one included; empty for a department by itself. */
  readonly departments: readonly DepartmentCard[];
  readonly now: Date;
  /**
   * To be asked every second by work that takes longer than that: false where it is to end, or where another process has taken it over.
   * Absent where nothing but its own end ends it.
   */
  readonly mayGoOn?: (() => Promise<boolean>) | undefined;
}

/**
 * Keeps a view of a department in step with the ledger. The kernel calls it with batches in order, in one process at a time, and
 * remembers how far it came in the department's collection `positions`, by its name, after `apply` has returned.
 */
export interface Follower {
  /** Unique within the department. */
  readonly name: string;
  /** Another version starts again from the first entry. */
  readonly version: string;
  /**
   * Another follower of the department whose view this one is made from: it never passes that one, so that what it reads there holds
   * all entries that it is given.
   */
  readonly behind?: Pick<Follower, 'name' | 'version'>;
  /**
   * Applies entries; applying the same ones again must change nothing, since a position can be lost where a process dies.
   *
   * @param entries - in order, at least one
   */
  apply(entries: readonly LedgerEntry[], context: WorkContext): Promise<void>;
  /**
   * Tells the last entry that the view holds, where it may hold more than it was given: what it has read by itself is not given to it again.
   *
   * @returns 0 where it holds nothing
   */
  holds?(context: WorkContext): Promise<number>;
  /**
   * Builds the view anew from the first entry of the ledger, beside the one that is read, and has it read instead in one step at the
   * end. Absent where a view is only ever begun again by another version. Any process may do it, also while another one follows.
   *
   * @param context - see {@link WorkContext}
   * @param onProgress - told after each batch: the last entry that the new view holds
   */
  rebuild?(context: WorkContext, onProgress?: (seq: number) => void): Promise<void>;
}

/** Work that a department does by itself from time to time, in one process at a time. */
export interface Duty {
  /** Unique within the department. */
  readonly name: string;
  /** Pause between two runs, in milliseconds. */
  readonly everyMs: number;
  run(context: WorkContext): Promise<void>;
}
