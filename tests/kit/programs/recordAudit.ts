import mongoose from 'mongoose';
import { openAuditDatabase } from '../../../src/audit/AuditDatabase.ts';
import { openAuditLog } from '../../../src/audit/openAuditLog.ts';
import { KeyRing } from '../../../src/identity/KeyRing.ts';
import { createLogger } from '../../../src/telemetry/logger.ts';

/** Records without end, and says so once there is one record; killed by its test. */
const [uri = '', prefix = '', keys = '', heads = ''] = JSON.parse(process.env['SETTING'] ?? '[]') as string[];
const connection = await mongoose.createConnection(uri).asPromise();
const log = await openAuditLog({
  database: await openAuditDatabase(connection, prefix),
  keys: new KeyRing(keys, 'checkpoints'),
  logger: createLogger({ logLevel: 'silent' }),
  heads,
});
for (let at = 0; ; at += 1) {
  await log.record({
    ...{ request: `killed-${at}`, door: 'command', stage: 'ENDED', caller: { audience: 'INTERNAL' } },
    ...{ operation: { kind: 'COMMAND', name: 'try', coordinates: [] }, subjects: [], codes: [] },
  });
  if (at === 0) process.stdout.write(`${log.chain}\n`);
}
