import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { KeyPair } from '../identity/keys.ts';
import type { TokenKeys } from '../identity/TokenKeys.ts';
import { CheckpointWork } from './CheckpointWork.ts';
import { DepartmentWork, type WorkingDepartment, type WorkSetting } from './DepartmentWork.ts';
import { Doorbell } from './relay/Doorbell.ts';

/** The ledger at work for some departments. */
export interface LedgerWork {
  /**
   * Waits until all outboxes are empty, all followers at the end of the ledger, and all duties done that are due by now. Meant for
   * tests and for work that needs what it has just written everywhere.
   */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** What the ledger is kept with. */
export interface LedgerWorkSetting extends Omit<WorkSetting, 'onAppended'> {
  /** Signs checkpoints: one key pair, or keys that may be rotated meanwhile; another process signs them unless given. */
  readonly checkpointKey?: KeyPair | TokenKeys;
}

/** A doorbell that rings without end is heard so often. */
const RINGS_APART_MS = 50;
/** Pause before a doorbell is tried again that can not be heard; the relays look by themselves meanwhile. */
const SILENT_MS = 1_000;
const SETTLED_LOOK_MS = 20;

/**
 * Starts what is done beside answering: outboxes are relayed into the ledger, followers follow it, duties are done.
 *
 * @param subgraphs - the departments that this process hosts
 * @param setting - what it is done with
 */
export function startLedgerWork(subgraphs: readonly WorkingDepartment[], setting: LedgerWorkSetting): LedgerWork {
  const work: DepartmentWork[] = [];
  const onAppended = (): void => {
    for (const department of work) department.ringFollowers();
  };
  for (const subgraph of subgraphs) work.push(new DepartmentWork(subgraph, { ...setting, onAppended }));
  const { ledger, logger, checkpointKey: key } = setting;
  const checkpoints = key === undefined ? undefined : new CheckpointWork({ ledger, logger, key });
  const listening = new AbortController();
  const bells = byServer(subgraphs).map((databases) => {
    const bell = new Doorbell(databases, setting.logger);
    const ended = listen(bell, listening.signal, () => {
      for (const department of work) department.ringRelay();
    });
    return { bell, ended };
  });
  return {
    async settled() {
      await Promise.all(work.map((department) => department.doDuties()));
      while (!(await areSettled(work)) && !listening.signal.aborted) {
        await Promise.all(work.map((department) => department.catchUp()));
        // A follower may have written facts of its own; another process may be the one that relays.
        if (!(await areSettled(work))) await pause(SETTLED_LOOK_MS);
      }
    },
    async stop() {
      listening.abort();
      await Promise.all(bells.map(({ bell }) => bell.stop()));
      await Promise.all(bells.map(({ ended }) => ended));
      await Promise.all(work.map((department) => department.stop()));
      await checkpoints?.stop();
    },
  };
}

async function areSettled(work: readonly DepartmentWork[]): Promise<boolean> {
  const answers = await Promise.all(work.map((department) => department.isSettled()));
  return answers.every(Boolean);
}

async function listen(bell: Doorbell, stopping: AbortSignal, ring: () => void): Promise<void> {
  let isHeard = true;
  while (!stopping.aborted) {
    const from = await bell.time().catch(() => undefined);
    ring();
    await pause(isHeard ? RINGS_APART_MS : SILENT_MS, undefined, { signal: stopping }).catch(() => undefined);
    isHeard = await bell.wait(from);
  }
}

function byServer(subgraphs: readonly WorkingDepartment[]): readonly (readonly Db[])[] {
  const databases = subgraphs.map(({ database }) => database.db);
  const clients = [...new Set(databases.map(({ client }) => client))];
  return clients.map((client) => databases.filter((database) => database.client === client));
}
