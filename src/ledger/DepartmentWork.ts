import type { ConnectedSubgraph } from '../subgraph/Subgraph.ts';
import type { GraphClient } from '../subgraph/GraphClient.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { LedgerDatabase } from './chain/LedgerDatabase.ts';
import type { Follower, WorkContext } from './Follower.ts';
import { followLedger, positionOf } from './follow/followLedger.ts';
import { watchPublicity } from './follow/watchPublicity.ts';
import { Lease } from './Lease.ts';
import type { LedgerReader } from './LedgerReader.ts';
import { drainOutbox } from './relay/drainOutbox.ts';
import { Worker } from './Worker.ts';

/** What the work of a department is done with. */
export interface WorkSetting {
  readonly ledger: LedgerDatabase;
  readonly reader: LedgerReader;
  /** The graph in the name of a department. */
  readonly graphOf: (department: string) => GraphClient;
  readonly logger: Logger;
  readonly clock: () => Date;
  /** Told after something was appended. */
  readonly onAppended: () => void;
}

/** Backstop of the doorbell. */
const RELAY_EVERY_MS = 1_000;
/** In which entries that other processes appended are noticed. */
const FOLLOW_EVERY_MS = 500;
/** In which midnight is noticed. */
const PUBLICITY_EVERY_MS = 30_000;

/** The parts of a department that its work needs. */
export type WorkingDepartment = Pick<
  ConnectedSubgraph,
  'name' | 'database' | 'collections' | 'followers' | 'duties' | 'departments'
>;

/** What is done for one department beside answering: its outbox is relayed, its views follow, its duties are done; in one process at a time. */
export class DepartmentWork {
  readonly #subgraph: WorkingDepartment;
  readonly #setting: WorkSetting;
  readonly #lease: Lease;
  readonly #relay: Worker;
  readonly #followers: readonly Worker[];
  readonly #duties: readonly Worker[];
  #isStopping = false;

  /**
   * Starts at once.
   *
   * @param subgraph - the department
   * @param setting - see {@link WorkSetting}
   */
  constructor(subgraph: WorkingDepartment, setting: WorkSetting) {
    this.#subgraph = subgraph;
    this.#setting = setting;
    this.#lease = new Lease(setting.ledger, `department:${subgraph.name}`);
    this.#relay = this.#worker('relay', RELAY_EVERY_MS, () => this.#drain());
    this.#followers = subgraph.followers.map((follower) =>
      this.#worker(follower.name, FOLLOW_EVERY_MS, () => this.#follow(follower)),
    );
    this.#duties = [
      this.#worker('publicity', PUBLICITY_EVERY_MS, () => this.#watchPublicity()),
      ...subgraph.duties.map((duty) => this.#worker(duty.name, duty.everyMs, () => duty.run(this.#context()))),
    ];
  }

  /** Has the outbox looked at. */
  ringRelay(): void {
    this.#relay.ring();
  }

  /** Has the followers look for new entries. */
  ringFollowers(): void {
    for (const follower of this.#followers) follower.ring();
  }

  /** Does all duties now. */
  async doDuties(): Promise<void> {
    await Promise.all(this.#duties.map((duty) => duty.runOnce()));
  }

  /** Has the outbox relayed and the followers follow, and waits for it. */
  async catchUp(): Promise<void> {
    await this.#relay.runOnce();
    await Promise.all(this.#followers.map((follower) => follower.runOnce()));
  }

  /** Whether the outbox is empty and all followers are at the end of the ledger. */
  async isSettled(): Promise<boolean> {
    const { database, followers } = this.#subgraph;
    if ((await database.outbox.findOne({}, { projection: { _id: 1 } })) !== null) return false;
    const head = await this.#setting.reader.head();
    const positions = await Promise.all(followers.map((follower) => positionOf(database, follower)));
    return positions.every((position) => position >= head);
  }

  /** Ends all work after the steps that are going on. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([this.#relay, ...this.#followers, ...this.#duties].map((worker) => worker.stop()));
    await this.#lease.release();
  }

  #worker(name: string, everyMs: number, run: () => Promise<void>): Worker {
    return new Worker({
      name: `${this.#subgraph.name} ${name}`,
      everyMs,
      logger: this.#setting.logger,
      run: async () => {
        if (await this.#lease.hold()) await run();
      },
    });
  }

  async #mayGoOn(): Promise<boolean> {
    return !this.#isStopping && this.#lease.hold();
  }

  async #drain(): Promise<void> {
    const { ledger, logger, clock, onAppended } = this.#setting;
    await drainOutbox(this.#subgraph, { ledger, logger, clock, onAppended, mayGoOn: () => this.#mayGoOn() });
  }

  /** Those behind it have waited for what it has now applied. */
  async #follow(follower: Follower): Promise<void> {
    const applied = await followLedger(follower, { context: () => this.#context(), mayGoOn: () => this.#mayGoOn() });
    if (applied === 0) return;
    this.#subgraph.followers.forEach(({ behind }, at) => {
      if (behind?.name === follower.name) this.#followers[at]?.ring();
    });
  }

  async #watchPublicity(): Promise<void> {
    const { database, collections } = this.#subgraph;
    await watchPublicity(database, Object.values(collections), this.#setting.clock());
  }

  #context(): WorkContext {
    const { reader, graphOf, clock } = this.#setting;
    const { database, name, departments } = this.#subgraph;
    return {
      database,
      ledger: reader,
      graph: graphOf(name),
      departments,
      now: clock(),
      mayGoOn: () => this.#mayGoOn(),
    };
  }
}
