import type { ExportedEntry, ExportRecord } from '../../../../src/ledger/verify/ExportRecord.ts';
import { bodyDigestOf, entryHashOf } from '../../../../src/ledger/chain/digests.ts';
import { GENESIS } from '../../../../src/ledger/chain/LedgerDatabase.ts';
import { DueCheckpoints } from '../../../../src/ledger/verify/DueCheckpoints.ts';
import { verifyLedger, type Verification } from '../../../../src/ledger/verify/verifyLedger.ts';
import { NOW } from '../../../kit/department.ts';
import { bodyOf } from '../bodyOf.ts';

/** A chain without any checkpoint. */
async function* unsigned(length: number): AsyncGenerator<ExportRecord> {
  yield await Promise.resolve({ keys: [], exportedAt: NOW.toISOString() });
  let prevHash = GENESIS;
  for (let seq = 1; seq <= length; seq += 1) {
    const body = bodyOf(`f${seq}@1`);
    const bodyDigest = bodyDigestOf('00', body);
    const hash = entryHashOf({ seq, prevHash, time: NOW, bodyDigest });
    const entry: ExportedEntry = {
      ...{ seq, prevHash, time: NOW.toISOString(), bodyDigest, hash, event: body.event, salt: '00', body },
    };
    yield { entry };
    prevHash = hash;
  }
}

describe('checkpoints that have to be there', () => {
  const later = (ms: number): Date => new Date(NOW.getTime() + ms);
  const verify = (length: number, liveAt?: Date): Promise<Verification> =>
    verifyLedger(unsigned(length), liveAt === undefined ? {} : { liveAt });

  it('are missed in a file from the thousandth entry on', async () => {
    expect(await verify(999)).toMatchObject({ isSound: true, unsigned: 999 });
    expect((await verify(1_000)).findings).toEqual([{ problem: 'CHECKPOINT_MISSING', seq: 1_000 }]);
    expect((await verify(2_001)).findings).toEqual([{ problem: 'CHECKPOINT_MISSING', seq: 1_000, to: 2_000 }]);
  });

  it('may be on their way in a database, for some seconds', async () => {
    expect(await verify(1_001, later(5_000))).toMatchObject({ isSound: true, signedUpTo: 0, unsigned: 1_001 });
    expect((await verify(1_001, later(60_000))).findings).toEqual([{ problem: 'CHECKPOINT_MISSING', seq: 1_000 }]);
  });

  it('are told by number, those in a row as one, whatever number the last entry claims', () => {
    const due = new DueCheckpoints(undefined);
    for (const seq of [3_000, 1_000, 3_500, 6_000]) due.checkpoint(seq);
    expect(due.missing(6_999)).toEqual([
      { problem: 'CHECKPOINT_MISSING', seq: 2_000 },
      { problem: 'CHECKPOINT_MISSING', seq: 4_000, to: 5_000 },
    ]);
    const [, , endless] = due.missing(1e15);
    expect(endless).toEqual({ problem: 'CHECKPOINT_MISSING', seq: 7_000, to: 1e15 });
  });
});
