import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { Follower } from './Follower.ts';
import { positionOf } from './follow/followLedger.ts';
import type { LedgerDatabase } from './chain/LedgerDatabase.ts';

/** How far the ledger and those who follow it have come. */
export interface LedgerStatus {
  /** Number of the last entry; 0 while there is none. */
  readonly head: number;
  readonly headTime: Date | undefined;
  /** The last entry that a checkpoint vouches for. */
  readonly signedUpTo: number;
  /** Entries whose body was withheld. */
  readonly withheld: number;
  readonly departments: readonly {
    readonly name: string;
    /** Events that are not in the ledger yet. */
    readonly outbox: number;
    /** The last entry that each follower has applied, by its name. */
    readonly followers: Readonly<Record<string, number>>;
  }[];
}

/**
 * Tells how far everything has come.
 *
 * @param ledger - the ledger
 * @param departments - whose outboxes and followers are looked at
 */
export async function ledgerStatus(
  ledger: LedgerDatabase,
  departments: readonly { readonly database: DepartmentDatabase; readonly followers: readonly Follower[] }[],
): Promise<LedgerStatus> {
  const last = { sort: { _id: -1 } } as const;
  const [head, checkpoint, withheld] = await Promise.all([
    ledger.entries.findOne({}, last),
    ledger.checkpoints.findOne({}, last),
    ledger.bodies.countDocuments({ body: { $exists: false } }),
  ]);
  const each = departments.map(async ({ database, followers }) => {
    const positions = followers.map(async (one) => [one.name, await positionOf(database, one)] as const);
    return {
      name: database.department,
      outbox: await database.outbox.countDocuments(),
      followers: Object.fromEntries(await Promise.all(positions)),
    };
  });
  return {
    head: head?._id ?? 0,
    headTime: head?.time,
    signedUpTo: checkpoint?._id ?? 0,
    withheld,
    departments: await Promise.all(each),
  };
}
