import fc from 'fast-check';
import { pagesOfParents, type ParentPages } from '../../../src/data/pagesOfParents.ts';
import { openToyDatabase, toyFacts, type Notice, type ToyDatabase } from './toyFacts.ts';

const CODES = [
  '91350100705362917E',
  '92350102MA33K1X74B',
  '9335018158311TC46J',
  '12350100488100231A',
  '113501000036100079',
];

describe('pages of several parents', () => {
  let toy: ToyDatabase;
  beforeAll(async () => {
    toy = await openToyDatabase();
  });
  afterAll(() => toy.close());

  /** Stores so many facts for each parent; few days, so that many share one. */
  async function store(counts: readonly number[]): Promise<readonly Notice[]> {
    await toy.clear();
    const facts = counts.flatMap((count, parent) =>
      Array.from({ length: count }, (_, at) => ({
        _id: `${parent}-${String(at).padStart(3, '0')}`,
        subjectUscc: CODES[parent],
        sortOn: `2026-06-0${1 + (at % 4)}`,
        number: String(at),
        record: { state: at % 5 === 4 ? 'DELETED' : 'ACTIVE' },
      })),
    ) as unknown as Notice[];
    if (facts.length > 0) await toy.database.facts(toyFacts).insertMany([...facts]);
    return facts;
  }

  const read = async (most: number, parents: readonly string[] = CODES): Promise<Record<string, string[]>> => {
    const pages: ParentPages = {
      collection: toyFacts,
      foreignField: 'subjectUscc',
      match: { 'record.state': 'ACTIVE' },
      projection: { sortOn: 1 },
      most,
    };
    const found = await pagesOfParents(toy.database, pages, parents);
    return Object.fromEntries([...found].map(([parent, rows]) => [parent, rows.map(({ _id }) => _id)]));
  };

  it('are what each parent would get alone, however many facts each has', async () => {
    const counts = fc.array(fc.oneof(fc.nat(3), fc.nat(60)), { minLength: CODES.length, maxLength: CODES.length });
    await fc.assert(
      fc.asyncProperty(counts, fc.integer({ min: 1, max: 12 }), async (given, most) => {
        const facts = await store(given);
        const alone = CODES.map((parent) => [
          parent,
          facts
            .filter(({ subjectUscc, record }) => subjectUscc === parent && record.state === 'ACTIVE')
            .toSorted((a, b) => (`${b.sortOn}${b._id}` > `${a.sortOn}${a._id}` ? 1 : -1))
            .slice(0, most)
            .map(({ _id }) => _id),
        ]);
        const nonEmpty = (pages: Record<string, string[]>) =>
          Object.fromEntries(Object.entries(pages).filter(([, rows]) => rows.length > 0));
        expect(nonEmpty(await read(most))).toEqual(nonEmpty(Object.fromEntries(alone) as Record<string, string[]>));
      }),
      { numRuns: 40 },
    );
  });

  it('leave out a parent without facts, and need none at all', async () => {
    await store([0, 2, 0, 0, 0]);
    expect(await read(3)).toEqual({ '92350102MA33K1X74B': ['1-001', '1-000'] });
    await store([0, 0, 0, 0, 0]);
    expect(await read(3)).toEqual({});
  });

  it('follow the index, without sorting, by one command', async () => {
    await store([20, 20, 20, 20, 20]);
    const { db } = toy.database;
    await db.command({ profile: 2 });
    await read(30);
    await db.command({ profile: 0 });
    const sent = await db
      .collection('system.profile')
      .find({ ns: `${db.databaseName}.${toyFacts.name}` })
      .toArray();
    expect(sent).toMatchObject([
      { op: 'query', planSummary: expect.stringContaining('IXSCAN { subjectUscc: 1') as string },
    ]);
    expect(sent[0]).not.toHaveProperty('hasSortStage');
    expect(sent[0]).toMatchObject({ docsExamined: 100, cursorExhausted: true });
  });
});
