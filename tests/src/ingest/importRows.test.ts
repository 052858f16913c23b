import fc from 'fast-check';
import { ImportTally } from '../../../src/ingest/ImportReport.ts';
import { importRows, type ImportTarget, type SourceRow } from '../../../src/ingest/importRows.ts';
import type { SubjectDirectory } from '../../../src/ingest/SubjectDirectory.ts';
import { NOW } from '../../kit/department.ts';
import { openToyDatabase, SUBJECT, toyFacts, type ToyDatabase } from '../data/toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => clear());
afterAll(() => toy.close());

const quarantined = () => toy.database.db.collection<{ readonly _id: string; readonly row: number }>('quarantine');

async function clear(): Promise<void> {
  await toy.clear();
  await quarantined().deleteMany({});
}

/** All rows give a code, so nothing has to be asked of the registry. */
const nobody: SubjectDirectory = { find: () => Promise.reject(new Error('Nothing was to be linked.')) };

type Values = Readonly<Record<string, string>>;

function target(batch = 'a'): ImportTarget {
  return {
    database: toy.database,
    collection: toyFacts,
    directory: nobody,
    origin: { batch, source: `${batch}.csv`, operator: 'li@toy', receivedAt: NOW },
    setting: { today: '2026-06-15', neverHas: new Set(), provider: {}, flags: [] },
    file: `${batch}.csv`,
    source: null,
    columnOf: (field) => field,
  };
}

async function* chunksOf(rows: readonly SourceRow[], size: number): AsyncGenerator<readonly SourceRow[]> {
  for (let at = 0; at < rows.length; at += size) yield await Promise.resolve(rows.slice(at, at + size));
}

function sourceRows(rows: readonly Values[]): SourceRow[] {
  return rows.map((values, at) => ({
    number: at + 1,
    values: { subjectUscc: SUBJECT, noticedOn: '2026-06-01', ...values },
    cells: () => values,
    flags: [],
    fault: null,
  }));
}

async function run(rows: readonly Values[], size = 1000, batch = 'a'): Promise<ImportTally> {
  const tally = new ImportTally('2026-06-15', 'toy');
  await importRows(chunksOf(sourceRows(rows), size), target(batch), tally);
  return tally;
}

function counts({ read, accepted, unchanged, quarantined: refused }: ImportTally): readonly number[] {
  return [read, accepted, unchanged, refused];
}

/** Few numbers and few texts, so that rows repeat and contradict each other; some rows can not be accepted. */
const row = fc.record(
  {
    number: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '/'),
    content: fc.constantFrom('甲', '乙'),
    amount: fc.constantFrom('1', '1.00', '非数字'),
    noticedOn: fc.constantFrom('2026-06-01', '20260601', '2026-02-30'),
  },
  { requiredKeys: ['number'] },
);
const rowsOfAFile = fc.array(row, { maxLength: 60 });

/** What must become of each row, said plainly: refused, or the first of its number, or the same as that, or against it. */
function expected(rows: readonly Values[]): { readonly quarantined: number[]; readonly facts: Map<string, string> } {
  const facts = new Map<string, string>();
  const refused: number[] = [];
  for (const [at, values] of rows.entries()) {
    const { number = '', content = '', amount, noticedOn } = values;
    if (number === '/' || noticedOn === '2026-02-30') {
      refused.push(at + 1);
      continue;
    }
    // What can not be read is set aside: the row says no more then than one without an amount.
    const says = [content, String(Number(amount))].join();
    const first = facts.get(number);
    if (first === undefined) facts.set(number, says);
    else if (first !== says) refused.push(at + 1);
  }
  return { quarantined: refused, facts };
}

describe('importing rows', () => {
  it('loses none: each is accepted, unchanged or quarantined, as its file says, however it is cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfAFile, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
        const plain = expected(rows);
        const tally = await run(rows, size);
        expect(counts(tally)).toEqual([
          rows.length,
          plain.facts.size,
          rows.length - plain.facts.size - plain.quarantined.length,
          plain.quarantined.length,
        ]);
        const kept = await quarantined().find().toArray();
        expect(kept.map((entry) => entry.row).sort((one, other) => one - other)).toEqual(plain.quarantined);
        const { facts, revisions, outbox } = await toy.stored();
        expect(new Map(facts.map(({ number, content = '' }) => [number, content]))).toEqual(
          new Map([...plain.facts].map(([number, says]) => [number, says.split(',')[0] ?? ''])),
        );
        expect([revisions.length, outbox.length]).toEqual([0, facts.length]);
      }),
      { numRuns: 25, plugins: [fc.beforeEach(clear)] },
    );
  });

  it('changes nothing when the same file comes again, in whatever batches', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfAFile, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
        const first = await run(rows, size);
        const before = [await toy.stored(), await quarantined().find().sort({ _id: 1 }).toArray()];
        const again = await run(rows, 7);
        expect(counts(again)).toEqual([rows.length, 0, first.accepted + first.unchanged, first.quarantined]);
        expect([await toy.stored(), await quarantined().find().sort({ _id: 1 }).toArray()]).toEqual(before);
      }),
      { numRuns: 15, plugins: [fc.beforeEach(clear)] },
    );
  });

  it('changes what another file says otherwise, once, and nothing else', async () => {
    await run([
      { number: '1', content: '甲' },
      { number: '2', content: '乙' },
    ]);
    const tally = await run([{ number: '2', content: '改' }, { number: '3' }, { number: '1', content: '甲' }], 1, 'b');
    expect(counts(tally)).toEqual([3, 2, 1, 0]);
    const { facts, revisions } = await toy.stored();
    expect(facts.map(({ number, content, record }) => [number, content, record.revision]).sort()).toEqual([
      ['1', '甲', 1],
      ['2', '改', 2],
      ['3', undefined, 1],
    ]);
    expect(revisions).toMatchObject([{ content: '乙' }]);
  });

  it('names the row that a conflicting one stands against, in one batch and across batches', async () => {
    for (const size of [1, 1000]) {
      await clear();
      await run([{ number: '1', content: '甲' }, { number: '2' }, { number: '1', content: '乙' }], size);
      expect(await quarantined().find().toArray()).toMatchObject([
        {
          _id: 'a:3',
          row: 3,
          state: 'OPEN',
          reasons: [
            {
              column: '*',
              code: 'CONFLICTS_IN_FILE',
              expected: expect.stringContaining('the same fact as row 1') as string,
            },
          ],
        },
      ]);
    }
  });

  it('keeps what it has written when the file breaks off, ends all work before it says so, and is resumed by starting again', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({ number: String(at), content: '文' }));
    async function* broken(): AsyncGenerator<readonly SourceRow[]> {
      yield* chunksOf(sourceRows(rows).slice(0, 20), 5);
      throw new Error('the file broke off');
    }
    const tally = new ImportTally('2026-06-15', 'toy');
    await expect(importRows(broken(), target(), tally)).rejects.toThrow('the file broke off');
    expect([tally.read, tally.accepted]).toEqual([20, 20]);
    expect((await toy.stored()).facts).toHaveLength(20);
    expect(counts(await run(rows, 10))).toEqual([50, 30, 20, 0]);
    expect((await toy.stored()).facts).toHaveLength(50);
  });

  it('stops at the first batch that the database refuses, with its error', async () => {
    const { db } = toy.database;
    await db.command({ collMod: 'outbox', validator: { never: true } });
    try {
      const rows = Array.from({ length: 20 }, (_, at) => ({ number: String(at) }));
      await expect(run(rows, 5)).rejects.toMatchObject({ code: 121 });
      expect(await toy.stored()).toEqual({ facts: [], revisions: [], outbox: [] });
    } finally {
      await db.command({ collMod: 'outbox', validator: {} });
    }
  });
});
