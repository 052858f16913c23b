import fc from 'fast-check';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { NOW } from '../../../kit/department.ts';
import { openKeyPair, type KeyPair } from '../../../../src/identity/keys.ts';
import { publicKeys, type PublicKey } from '../../../../src/identity/publicKeys.ts';
import { signCheckpoints } from '../../../../src/ledger/chain/checkpoints.ts';
import { entryHashOf } from '../../../../src/ledger/chain/digests.ts';
import { withholdBody } from '../../../../src/ledger/chain/withholdBody.ts';
import type { ExportedEntry, ExportRecord } from '../../../../src/ledger/verify/ExportRecord.ts';
import { readRecords } from '../../../../src/ledger/verify/readRecords.ts';
import { verifyLedger, type Verification } from '../../../../src/ledger/verify/verifyLedger.ts';
import { draftOf } from '../../data/toyFacts.ts';
import { openToyLedger, type ToyLedger } from '../openToyLedger.ts';

const SIZE = 40;
const WITHHELD = 7;
/** Entries that a checkpoint stands at. */
const SIGNED = [10, 25, SIZE];

describe('verifying a ledger', () => {
  const folder = temporaryFolder();
  const other = temporaryFolder();
  let open: ToyLedger;
  let key: KeyPair;
  let keys: readonly PublicKey[];
  let sound: readonly ExportRecord[];

  beforeAll(async () => {
    open = await openToyLedger();
    key = await openKeyPair(folder, 'checkpoints');
    keys = await publicKeys(folder);
    for (const [at, upTo] of SIGNED.entries()) {
      const from = SIGNED[at - 1] ?? 0;
      await open.write(Array.from({ length: upTo - from }, (_, row) => draftOf({ number: String(from + row) })));
      await open.relay();
      await signCheckpoints(open.ledger, key, NOW, true);
    }
    await withholdBody(open.ledger, WITHHELD, 'court order', NOW);
    const records: ExportRecord[] = [];
    for await (const record of readRecords(open.ledger, keys, NOW)) records.push(record);
    sound = records;
  });

  afterAll(async () => {
    await open.close();
  });

  const check = (records: readonly ExportRecord[]): Promise<Verification> =>
    verifyLedger(
      (async function* () {
        yield* await Promise.resolve(records);
      })(),
    );
  const withEntry = (seq: number, change: (entry: ExportedEntry) => ExportedEntry): readonly ExportRecord[] =>
    sound.map((record) => ('entry' in record && record.entry.seq === seq ? { entry: change(record.entry) } : record));
  const placeOf = (seq: number): number => sound.findIndex((record) => 'entry' in record && record.entry.seq === seq);
  const anySeq = fc.integer({ min: 1, max: SIZE });
  const withBody = anySeq.filter((seq) => seq !== WITHHELD);

  it('finds nothing wrong with what the ledger wrote, and tells a withheld body as withheld', async () => {
    expect(await check(sound)).toEqual({
      ...{ isSound: true, head: SIZE, entries: SIZE, withheld: 1, checkpoints: 3, signedUpTo: SIZE },
      ...{ firstWithheld: [WITHHELD], unsigned: 0 },
      ...{ findings: [], faults: 0 },
    });
  });

  it('finds that there is nothing at all, which is not a ledger without entries', async () => {
    expect(await check([])).toMatchObject({ isSound: false, findings: [{ problem: 'NOTHING_THERE', seq: 0 }] });
    expect(await check(sound.slice(0, 1))).toMatchObject({ isSound: true, entries: 0 });
  });

  it('tells how many entries are behind the last checkpoint', async () => {
    const cut = sound.filter((record) => !('checkpoint' in record && record.checkpoint.seq > 25));
    expect(await check(cut)).toMatchObject({ isSound: true, signedUpTo: 25, unsigned: SIZE - 25 });
  });

  it('finds a value of a body that was changed, and names the entry', async () => {
    await fc.assert(
      fc.asyncProperty(withBody, fc.constantFrom('title', 'fact', 'reason', 'sortOn', 'at'), async (seq, name) => {
        const { findings } = await check(
          withEntry(seq, (entry) => ({ ...entry, body: { ...entry.body, [name]: 'CREATED!' } as never })),
        );
        expect(findings).toEqual([{ problem: 'BODY_CHANGED', seq }]);
      }),
    );
  });

  it('finds another salt, another event and a body that is gone', async () => {
    await fc.assert(
      fc.asyncProperty(withBody, async (seq) => {
        const salted = await check(withEntry(seq, (entry) => ({ ...entry, salt: '00'.repeat(16) })));
        expect(salted.findings).toEqual([{ problem: 'BODY_CHANGED', seq }]);
        const named = await check(withEntry(seq, (entry) => ({ ...entry, event: 'other@1' })));
        expect(named.findings).toEqual([{ problem: 'BODY_CHANGED', seq }]);
        const gone = await check(withEntry(seq, ({ body: _body, salt: _salt, ...entry }): ExportedEntry => entry));
        expect(gone.findings).toEqual([{ problem: 'BODY_MISSING', seq }]);
      }),
    );
  });

  it('finds each part of an entry that was changed', async () => {
    const change = fc.constantFrom<Partial<ExportedEntry>>(
      { time: '2026-06-15T04:00:00.001Z' },
      { time: 'yesterday' },
      { bodyDigest: 'f'.repeat(64) },
      { prevHash: 'f'.repeat(64) },
      { hash: 'f'.repeat(64) },
    );
    await fc.assert(
      fc.asyncProperty(anySeq, change, async (seq, changed) => {
        const { findings } = await check(withEntry(seq, (entry) => ({ ...entry, ...changed })));
        expect(findings).toContainEqual({ problem: 'ENTRY_CHANGED', seq });
      }),
    );
  });

  it('finds an entry whose hash was made anew, by the one behind it or by the checkpoint at it', async () => {
    await fc.assert(
      fc.asyncProperty(anySeq, async (seq) => {
        const { findings } = await check(
          withEntry(seq, (entry) => {
            const forged = { ...entry, time: new Date(0).toISOString() };
            return { ...forged, hash: entryHashOf({ ...forged, time: new Date(0) }) };
          }),
        );
        const found = findings.map(({ problem, seq: at }) => [problem, at]);
        const byNext = ['CHAIN_BROKEN', seq + 1];
        const expected = [
          ...(SIGNED.includes(seq) ? [['CHECKPOINT_CONTRADICTED', seq]] : []),
          ...(seq < SIZE ? [byNext] : []),
        ];
        expect(found).toEqual(expected);
      }),
    );
  });

  it('finds entries that are missing and says which, at the end as well', async () => {
    await fc.assert(
      fc.asyncProperty(anySeq, fc.integer({ min: 1, max: 5 }), async (seq, count) => {
        const to = Math.min(seq + count - 1, SIZE);
        const { findings } = await check(
          sound.filter((record) => !('entry' in record && record.entry.seq >= seq && record.entry.seq <= to)),
        );
        if (to < SIZE) expect(findings).toContainEqual({ problem: 'ENTRIES_MISSING', seq, to });
        else expect(findings).toContainEqual({ problem: 'CHECKPOINT_CONTRADICTED', seq: SIZE });
      }),
    );
  });

  it('finds entries that change places', async () => {
    const two = fc.uniqueArray(anySeq, { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(two, async (pair) => {
        const [one = 0, other = 0] = pair.map(placeOf);
        const swapped = sound.map((record, at) => sound[at === one ? other : at === other ? one : at] ?? record);
        const { findings } = await check(swapped);
        expect(findings).toContainEqual({ problem: 'ENTRY_OUT_OF_ORDER', seq: Math.min(...pair) });
      }),
    );
  });

  it('finds a whole chain that was made anew behind an entry, since nobody can sign it', async () => {
    let prevHash = '0'.repeat(64);
    const forged = sound.map((record): ExportRecord => {
      if (!('entry' in record)) return record;
      const entry = { ...record.entry, prevHash, time: new Date(0).toISOString() };
      const hash = entryHashOf({ ...entry, time: new Date(0) });
      prevHash = hash;
      return { entry: { ...entry, hash } };
    });
    const { findings, checkpoints, signedUpTo } = await check(forged);
    expect(findings).toEqual(SIGNED.map((seq) => ({ problem: 'CHECKPOINT_CONTRADICTED', seq })));
    expect([checkpoints, signedUpTo]).toEqual([0, 0]);
  });

  it('finds checkpoints that another key has signed, and signatures that were changed', async () => {
    await openKeyPair(other, 'checkpoints');
    const foreign = await verifyLedger(
      (async function* () {
        yield* await Promise.resolve(sound);
      })(),
      { keys: await publicKeys(other) },
    );
    expect(foreign.findings).toEqual(SIGNED.map((seq) => ({ problem: 'CHECKPOINT_KEY_UNKNOWN', seq })));

    const forged = sound.map((record) =>
      'checkpoint' in record
        ? { checkpoint: { ...record.checkpoint, jws: record.checkpoint.jws.replace(/\.[^.]*\./, '.e30.') } }
        : record,
    );
    expect((await check(forged)).findings).toEqual(SIGNED.map((seq) => ({ problem: 'CHECKPOINT_INVALID', seq })));
  });
});
