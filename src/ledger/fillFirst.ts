import type { LedgerDatabase } from './chain/LedgerDatabase.ts';
import type { WorkingDepartment, WorkSetting } from './DepartmentWork.ts';
import { followLedger } from './follow/followLedger.ts';
import { Lease } from './Lease.ts';
import { drainOutbox } from './relay/drainOutbox.ts';

/** What is needed of the setting of all other work. */
export type FirstSetting = Pick<WorkSetting, 'ledger' | 'reader' | 'graphOf' | 'logger' | 'clock'>;

/**
 * Moves registrations into the ledger and has the views follow them that can be built at once, before anything else is done: who opens a
 * city for the first time looks for an enterprise first. What another process has begun is left to it.
 *
 * @param subgraphs - the departments that this process hosts
 * @param setting - see {@link FirstSetting}
 */
export async function fillFirst(subgraphs: readonly WorkingDepartment[], setting: FirstSetting): Promise<void> {
  for (const subgraph of subgraphs.filter(ownsSubjects)) {
    await underLease(setting.ledger, subgraph.name, (mayGoOn) =>
      drainOutbox(subgraph, { ...setting, onAppended: () => undefined, mayGoOn }),
    );
  }
  for (const { name, database, departments, followers } of subgraphs) {
    const { reader: ledger, graphOf, clock } = setting;
    for (const follower of followers.filter((one) => one.rebuild !== undefined)) {
      await underLease(setting.ledger, name, (mayGoOn) => {
        const context = () => ({ database, ledger, departments, graph: graphOf(name), now: clock(), mayGoOn });
        return followLedger(follower, { context, mayGoOn });
      });
    }
  }
}

function ownsSubjects({ collections }: WorkingDepartment): boolean {
  return Object.values(collections).some(({ kind }) => kind === 'SUBJECT');
}

async function underLease(
  ledger: LedgerDatabase,
  department: string,
  work: (mayGoOn: () => Promise<boolean>) => Promise<unknown>,
): Promise<void> {
  const lease = new Lease(ledger, `department:${department}`);
  try {
    if (await lease.hold()) await work(() => lease.hold());
  } finally {
    await lease.release();
  }
}
