import { setTimeout as pause } from 'node:timers/promises';
import { openKeyPair, type KeyPair } from '../../../src/identity/keys.ts';
import { appendBodies } from '../../../src/ledger/chain/appendBodies.ts';
import { signCheckpoints } from '../../../src/ledger/chain/checkpoints.ts';
import { CheckpointWork } from '../../../src/ledger/CheckpointWork.ts';
import { NOW } from '../../kit/department.ts';
import { silent } from '../../kit/mongodConfig.ts';
import { temporaryFolder } from '../../kit/temporaryFolder.ts';
import { bodyOf } from './bodyOf.ts';
import { openToyLedger, type ToyLedger } from './openToyLedger.ts';

describe('signing the chain', () => {
  const folder = temporaryFolder();
  let open: ToyLedger;
  let key: KeyPair;

  const append = async (count: number): Promise<void> => {
    const from = await open.reader.head();
    const bodies = Array.from({ length: count }, (_, at) => bodyOf(`f${from + at}@1`));
    await appendBodies(open.ledger, bodies, NOW);
  };
  const signed = async (): Promise<number[]> =>
    (await open.ledger.checkpoints.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id);

  beforeAll(async () => {
    open = await openToyLedger();
    key = await openKeyPair(folder, 'checkpoints');
  });

  afterAll(async () => {
    await open.close();
  });

  beforeEach(async () => {
    await open.clear();
  });

  it('signs every thousandth entry, once, and the last one where that is asked for', async () => {
    await append(999);
    expect(await signCheckpoints(open.ledger, key, NOW, false)).toEqual([]);
    await append(1_500);
    expect(await signCheckpoints(open.ledger, key, NOW, false)).toEqual([1_000, 2_000]);
    expect(await signCheckpoints(open.ledger, key, NOW, false)).toEqual([]);
    const both = await Promise.all([1, 2].map(() => signCheckpoints(open.ledger, key, NOW, true)));
    expect(both.flat().length).toBeGreaterThan(0);
    expect(await signed()).toEqual([1_000, 2_000, 2_499]);
  });

  it('signs the last entry once nothing was appended for a while, and at the end', async () => {
    const work = new CheckpointWork({ ledger: open.ledger, key, logger: silent, everyMs: 20, quietMs: 300 });
    await append(3);
    await pause(100);
    expect(await signed()).toEqual([]);
    await pause(600);
    expect(await signed()).toEqual([3]);
    await append(2);
    await work.stop();
    expect(await signed()).toEqual([3, 5]);
  });
});
