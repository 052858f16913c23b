import type { Connection } from 'mongoose';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { openLedger, type LedgerDatabase } from '../../src/ledger/chain/LedgerDatabase.ts';
import type { SubgraphDefinition } from '../../src/subgraph/Subgraph.ts';
import { monitored } from './commands.ts';
import { databasesOf, testDatabase, type TestDatabase } from './mongo.ts';

/** Databases of a department and a ledger, for one test after another. */
export interface DepartmentDatabases {
  readonly connection: Connection;
  readonly database: TestDatabase;
  readonly ledger: LedgerDatabase;
  /** Whether they have their indexes from the test before. */
  readonly used: boolean;
  /** Empties them for the next test. */
  giveBack(): Promise<void>;
}

/** Making a hundred indexes takes longer than most tests, so what a test was done with is emptied for the next one of its file. */
const idle = new Map<SubgraphDefinition, DepartmentDatabases[]>();
let isFileOver = false;

// Those of the file itself may come after it.
afterAll(async () => {
  isFileOver = true;
  for (const opened of [...idle.values()].flat()) await remove(opened);
});

/**
 * Gives empty databases to a department.
 *
 * @param definition - the department; only the same object is given what it had before
 */
export async function departmentDatabases(definition: SubgraphDefinition): Promise<DepartmentDatabases> {
  const found = idle.get(definition)?.pop();
  if (found !== undefined) return found;
  const database = testDatabase();
  const connection = await openConnection(monitored(database.uri));
  const ledger = await openLedger(connection, database.prefix);
  const opened = {
    ...{ connection, database, ledger },
    async giveBack() {
      if (isFileOver) return remove({ connection, database });
      await empty(connection, database.prefix);
      idle.set(definition, [...(idle.get(definition) ?? []), { ...opened, used: true }]);
    },
  };
  return { ...opened, used: false };
}

async function remove({ connection, database }: Pick<DepartmentDatabases, 'connection' | 'database'>): Promise<void> {
  await database.drop();
  await connection.close();
}

async function empty(connection: Connection, prefix: string): Promise<void> {
  for (const db of await databasesOf(connection.getClient(), prefix)) {
    const collections = await db.listCollections({}, { nameOnly: true }).toArray();
    await Promise.all(collections.map(({ name }) => db.collection(name).deleteMany({})));
  }
}
