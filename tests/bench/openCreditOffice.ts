import { loadDepartments } from '../../gateway/departments.ts';
import { openConnection } from '../../src/data/DepartmentDatabase.ts';
import { openLedger } from '../../src/ledger/chain/LedgerDatabase.ts';
import { readLedger } from '../../src/ledger/readLedger.ts';
import { connectSubgraph } from '../../src/subgraph/connectSubgraph.ts';
import { departmentCard } from '../../src/subgraph/DepartmentCard.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';

/** The credit office by itself, on databases of its own. */
export interface CreditOffice {
  readonly office: ConnectedSubgraph;
  close(): Promise<void>;
}

/**
 * Opens the credit office with its indexes and an empty ledger; closing drops its databases.
 *
 * @param uri - the server
 * @param prefix - of its databases
 */
export async function openCreditOffice(uri: string, prefix: string): Promise<CreditOffice> {
  const connection = await openConnection(uri);
  const definitions = await loadDepartments();
  const credit = definitions.find(({ name }) => name === 'credit');
  if (credit === undefined) throw new Error('There is no credit office.');
  const opened = await openLedger(connection, prefix);
  const ledger = readLedger(opened, () => [office.database]);
  const departments = definitions.map(departmentCard);
  const office: ConnectedSubgraph = connectSubgraph(credit, connection, prefix, { ledger, departments });
  await office.database.ensureIndexes();
  return {
    office,
    async close() {
      await office.database.db.dropDatabase();
      await opened.entries.db.dropDatabase();
      await connection.close();
    },
  };
}
