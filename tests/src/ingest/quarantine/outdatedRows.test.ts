import { correctFact } from '../../../../src/data/changeFact.ts';
import { LoaderCache } from '../../../../src/data/LoaderCache.ts';
import { ALONE } from '../../../../src/subgraph/Services.ts';
import { writeFacts } from '../../../../src/data/writeFacts.ts';
import type { QuarantinedRow } from '../../../../src/ingest/quarantine.ts';
import { outdatedRows } from '../../../../src/ingest/quarantine/outdatedRows.ts';
import { NOW, staffOf } from '../../../kit/department.ts';
import { draftOf, openToyDatabase, toyFacts, type ToyDatabase } from '../../data/toyFacts.ts';

let toy: ToyDatabase;
beforeAll(async () => {
  toy = await openToyDatabase();
});
beforeEach(() => toy.clear());
afterAll(() => toy.close());

const LATER = new Date(NOW.getTime() + 60_000);

/** A row of the file that was kept out when another file had not come in yet. */
const ENTRY: QuarantinedRow = {
  _id: 'a:2',
  collection: 'toy.notices',
  batch: 'a',
  file: 'a.csv',
  source: null,
  row: 2,
  cells: {},
  reasons: [],
  state: 'OPEN',
  at: NOW,
};

async function isOutdated(number: string): Promise<boolean> {
  const find = outdatedRows({ database: toy.database, collection: toyFacts, profiles: [] }, [ENTRY]);
  return (await find([draftOf({ number }, 2)])).has(2);
}

describe('a quarantined row', () => {
  it('is outdated by a fact that another file brought since, under its key or one that was corrected to it', async () => {
    const origin = { source: 'b.csv', batch: 'b', operator: 'li@toy', receivedAt: LATER };
    const draft = draftOf({ number: '1' }, 1);
    await writeFacts(toy.database, toyFacts, [draft], { origin, reason: 'CORRECTED', neverHas: new Set() });
    expect([await isOutdated('1'), await isOutdated('2')]).toEqual([true, false]);
    const request = { caller: staffOf('toy'), requestId: 'test', now: LATER, locale: 'en' } as const;
    const context = {
      ...request,
      department: 'toy',
      title: '某局',
      database: toy.database,
      loaders: new LoaderCache(),
      ...ALONE,
    };
    await correctFact(toyFacts, draft.id, { number: '2' }, { note: '编号录错' }, context);
    expect([await isOutdated('1'), await isOutdated('2'), await isOutdated('3')]).toEqual([true, true, false]);
  });
});
