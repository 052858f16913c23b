import type { FactDraft } from '../../../src/data/FactDraft.ts';
import { writeFacts } from '../../../src/data/writeFacts.ts';
import { openLedger, type EntryDocument, type LedgerDatabase } from '../../../src/ledger/chain/LedgerDatabase.ts';
import type { LedgerReader } from '../../../src/ledger/LedgerReader.ts';
import { readLedger } from '../../../src/ledger/readLedger.ts';
import type { RelayedDepartment } from '../../../src/ledger/relay/composeEvents.ts';
import { drainOutbox } from '../../../src/ledger/relay/drainOutbox.ts';
import { NOW } from '../../kit/department.ts';
import { testDatabase, type TestDatabase } from '../../kit/mongo.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { openToyDatabase, toyFacts, type ToyDatabase } from '../data/toyFacts.ts';

/** The toy department with a ledger. */
export interface ToyLedger {
  readonly toy: ToyDatabase;
  readonly department: RelayedDepartment;
  readonly ledger: LedgerDatabase;
  readonly reader: LedgerReader;
  /** Writes notices as a file would bring them, at an instant. */
  write(drafts: readonly FactDraft[], batch?: string, receivedAt?: Date): Promise<void>;
  /** Moves everything into the ledger. */
  relay(batchSize?: number): Promise<number>;
  entries(): Promise<EntryDocument[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the toy department's database and a ledger beside it.
 *
 * @param server - the run's server unless a test has one of its own
 */
export async function openToyLedger(server: TestDatabase = testDatabase()): Promise<ToyLedger> {
  const toy = await openToyDatabase(server);
  const ledger = await openLedger(toy.connection, server.prefix);
  const department = { database: toy.database, collections: { [toyFacts.name]: toyFacts } };
  return {
    toy,
    department,
    ledger,
    reader: readLedger(ledger, () => [toy.database]),
    async write(drafts, batch = 'b1', receivedAt = NOW) {
      const origin = { batch, source: 'test', operator: 'tester@toy', receivedAt };
      await writeFacts(toy.database, toyFacts, drafts, { origin, reason: 'CORRECTED', neverHas: new Set() });
    },
    relay: (batchSize) =>
      drainOutbox(department, {
        ledger,
        logger: silent,
        clock: () => NOW,
        mayGoOn: () => Promise.resolve(true),
        ...(batchSize === undefined ? {} : { batchSize }),
      }),
    entries: () => ledger.entries.find().sort({ _id: 1 }).toArray(),
    async clear() {
      await toy.clear();
      const { entries, bodies, checkpoints } = ledger;
      await Promise.all([entries.deleteMany({}), bodies.deleteMany({}), checkpoints.deleteMany({})]);
    },
    close: () => toy.close(),
  };
}
