import { departmentDatabase, openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { openKeyPair } from '../../../src/identity/keys.ts';
import { openLedger } from '../../../src/ledger/chain/LedgerDatabase.ts';
import type { Follower } from '../../../src/ledger/Follower.ts';
import { readLedger } from '../../../src/ledger/readLedger.ts';
import { startLedgerWork } from '../../../src/ledger/startLedgerWork.ts';
import { ALONE } from '../../../src/subgraph/Services.ts';
import { toyFacts } from '../../src/data/toyFacts.ts';
import { silent } from '../mongodConfig.ts';

/** Keeps the ledger of the toy department as the product does, until it is killed or told to end. */
const [uri = '', keys = ''] = process.argv.slice(2);
const connection = await openConnection(uri);
const database = departmentDatabase(connection, 'toy', [toyFacts]);
await database.ensureIndexes();
const ledger = await openLedger(connection);
const copies = database.db.collection<{ readonly _id: number; readonly event: string }>('copies');
const copy: Follower = {
  name: 'copy',
  version: '1',
  async apply(entries) {
    await copies.bulkWrite(
      entries.map(({ seq, body }) => ({
        replaceOne: { filter: { _id: seq }, replacement: { event: body?.event ?? '' }, upsert: true },
      })),
    );
  },
};
const work = startLedgerWork(
  [
    {
      name: 'toy',
      database,
      collections: { [toyFacts.name]: toyFacts },
      followers: [copy],
      duties: [],
      departments: [],
    },
  ],
  {
    ledger,
    reader: readLedger(ledger, () => [database]),
    graphOf: () => ALONE.graph,
    checkpointKey: await openKeyPair(keys, 'checkpoints'),
    logger: silent,
    clock: () => new Date(),
  },
);
process.once('SIGTERM', () => {
  void work
    .stop()
    .then(() => connection.close())
    .then(() => process.exit(0));
});
process.stdout.write('relaying\n');
