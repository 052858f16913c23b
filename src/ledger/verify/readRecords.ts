import type { PublicKey } from '../../identity/publicKeys.ts';
import type { BodyDocument, CheckpointDocument, EntryDocument, LedgerDatabase } from '../chain/LedgerDatabase.ts';
import type { ExportedEntry, ExportRecord } from './ExportRecord.ts';

const BATCH = 1_000;

/**
 * Reads the whole ledger in order, in bounded memory: the keys, then each entry with its body, and its checkpoint behind it.
 *
 * @param ledger - the ledger
 * @param keys - by which checkpoints can be checked
 * @param now - the instant
 */
export async function* readRecords(
  ledger: LedgerDatabase,
  keys: readonly PublicKey[],
  now: Date,
): AsyncGenerator<ExportRecord> {
  yield { keys, exportedAt: now.toISOString() };
  const checkpoints = ledger.checkpoints.find().sort({ _id: 1 });
  try {
    let checkpoint = await checkpoints.next();
    for await (const entry of entriesOf(ledger)) {
      // A checkpoint whose entry is gone comes where the entry would stand.
      for (; checkpoint !== null && checkpoint._id < entry.seq; checkpoint = await checkpoints.next()) {
        yield recordOf(checkpoint);
      }
      yield { entry };
      if (checkpoint?._id === entry.seq) {
        yield recordOf(checkpoint);
        checkpoint = await checkpoints.next();
      }
    }
    for (; checkpoint !== null; checkpoint = await checkpoints.next()) yield recordOf(checkpoint);
  } finally {
    await checkpoints.close();
  }
}

function recordOf({ _id, jws }: CheckpointDocument): ExportRecord {
  return { checkpoint: { seq: _id, jws } };
}

async function* entriesOf(ledger: LedgerDatabase): AsyncGenerator<ExportedEntry> {
  for (let last = 0; ;) {
    const entries = await ledger.entries
      .find({ _id: { $gt: last } })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const end = entries.at(-1)?._id;
    if (end === undefined) return;
    const found = await ledger.bodies.find({ _id: { $gt: last, $lte: end } }).toArray();
    const bodies = new Map(found.map((body) => [body._id, body]));
    for (const entry of entries) yield exported(entry, bodies.get(entry._id));
    last = end;
  }
}

function exported(entry: EntryDocument, stored: BodyDocument | undefined): ExportedEntry {
  const { _id, prevHash, time, bodyDigest, hash } = entry;
  const { event, salt, body, withheld } = stored ?? {};
  return {
    ...{ seq: _id, prevHash, time: time.toISOString(), bodyDigest, hash },
    ...(event === undefined ? {} : { event }),
    ...(salt === undefined ? {} : { salt }),
    ...(body === undefined ? {} : { body }),
    ...(withheld === undefined ? {} : { withheld: withheld.reason }),
  };
}
