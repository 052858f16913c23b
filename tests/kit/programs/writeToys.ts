import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { departmentDatabase, openConnection } from '../../../src/data/DepartmentDatabase.ts';
import { revisionId, writeFacts } from '../../../src/data/writeFacts.ts';
import { draftOf, toyFacts } from '../../src/data/toyFacts.ts';

/** Writes notices without end, new ones and changes, and notes each revision that it was told is written. */
const [uri = '', notes = ''] = process.argv.slice(2);
const connection = await openConnection(uri);
const database = departmentDatabase(connection, 'toy', [toyFacts]);
await database.ensureIndexes();
process.stdout.write('writing\n');
for (let batch = 0; ; batch += 1) {
  const numbers = Array.from({ length: 1 + Math.floor(Math.random() * 40) }, () => Math.floor(Math.random() * 2_000));
  const drafts = [...new Set(numbers)].map((number) =>
    draftOf({ number: String(number), content: `${process.pid} ${batch}` }),
  );
  const origin = { source: 'test', operator: 'tester@toy', receivedAt: new Date(), batch: `${process.pid}-${batch}` };
  try {
    const written = await writeFacts(database, toyFacts, drafts, { origin, reason: 'CORRECTED', neverHas: new Set() });
    appendFileSync(notes, written.map(({ document }) => `${revisionId(document)}\n`).join(''));
  } catch {
    // The server was killed; what became of the batch is not known to the writer, and that is the point.
    await pause(50);
  }
}
