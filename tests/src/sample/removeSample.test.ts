import { collectionId } from '../../../src/data/FactCollection.ts';
import { annulFact, correctFact, createFact } from '../../../src/data/changeFact.ts';
import { batchesOf } from '../../../src/ingest/batches.ts';
import { ImportTally } from '../../../src/ingest/ImportReport.ts';
import { importRows } from '../../../src/ingest/importRows.ts';
import { quarantineOf } from '../../../src/ingest/quarantine.ts';
import { holdsSample } from '../../../src/sample/holdsSample.ts';
import { loadSample } from '../../../src/sample/loadSample.ts';
import { removeSample } from '../../../src/sample/removeSample.ts';
import { SAMPLE_SOURCE } from '../../../src/sample/sampleMark.ts';
import { NOW, staffOf } from '../../kit/department.ts';
import { openCity, type OpenCity } from '../../kit/openCity.ts';
import { testCodes } from '../../subgraphs/registry/testCodes.ts';

const SETTING = { enterprises: 60, seed: 3501, asOf: '2026-06-15', now: NOW };
const [CODE = ''] = testCodes(1, '390001');

describe('taking the sample city out', () => {
  let city: OpenCity;

  beforeEach(async () => {
    city = await openCity();
  });
  afterEach(() => city.close());

  /** Everything in all databases that a fact can leave behind, but what tells the ledger that it is gone. */
  const all = async () => {
    const contents = city.subgraphs.map(async ({ database, collections }) => {
      const names = Object.keys(collections).flatMap((name) => [name, `${name}_revisions`]);
      const registers = ['creditAgencies', 'authorisations'];
      const found = [...names, ...registers, 'outbox', 'batches', 'quarantine'].map(async (name) => [
        `${database.department}.${name}`,
        await database.db
          .collection(name)
          .find({ reason: { $ne: 'REMOVED' } })
          .sort({ _id: 1 })
          .toArray(),
      ]);
      return Promise.all(found);
    });
    return Object.fromEntries((await Promise.all(contents)).flat()) as Record<string, Record<string, unknown>[]>;
  };

  const registry = () => {
    const subgraph = city.department('registry');
    const { database, collections } = subgraph;
    const { enterprises, changes } = collections;
    if (enterprises === undefined || changes === undefined) throw new Error('the registry lacks collections');
    const request = { caller: staffOf('registry'), requestId: 'test', now: NOW, locale: 'en' } as const;
    return { database, enterprises, changes, context: subgraph.contextFor(request) };
  };

  /** A file about one enterprise, one of whose rows is refused. */
  const importFile = async (uscc: string) => {
    const { database, enterprises } = registry();
    const values = {
      ...{ uscc, name: '福州真实来源有限公司', status: '存续', establishedOn: '2020-01-01' },
      registrationAuthority: '福州市市场监督管理局',
    };
    const row = (number: number, given: Record<string, string>) =>
      ({ number, values: given, cells: () => given, flags: [], fault: null }) as const;
    await importRows(
      (async function* () {
        yield await Promise.resolve([row(2, values), row(3, { ...values, uscc: '1234' })]);
      })(),
      {
        database,
        collection: enterprises,
        directory: { find: () => Promise.resolve([]) },
        origin: { batch: 'real', source: 'real.csv', operator: 'li@registry', receivedAt: NOW },
        setting: { today: SETTING.asOf, neverHas: new Set(), provider: {}, flags: [] },
        file: 'real.csv',
        source: null,
        columnOf: (field) => field,
      },
      new ImportTally(SETTING.asOf, 'registry'),
    );
  };

  it('leaves databases as they were before, with what files and people brought', async () => {
    await importFile(CODE);
    const { changes, context } = registry();
    const change = { subjectUscc: CODE, item: '名称变更', approvedOn: '2025-05-06', before: '甲', after: '乙' };
    const created = await createFact(changes, change, context);
    await correctFact(changes, created.id ?? '', { after: '丙' }, { note: '更正' }, context);
    const before = await all();
    expect(before['registry.quarantine']).toHaveLength(1);

    const { facts } = await loadSample({ ...SETTING, subgraphs: city.subgraphs });
    const hold = () => Promise.all(city.subgraphs.map(({ database }) => holdsSample(database)));
    expect((await hold()).filter(Boolean).length).toBeGreaterThan(2);
    const told: number[] = [];
    const removed = await removeSample(city.subgraphs, (count) => told.push(count));

    expect(await all()).toEqual(before);
    expect(removed).toBe(Object.values(facts).reduce((sum, count) => sum + count, 0));
    expect(told.at(-1)).toBe(removed);
    expect((await hold()).filter(Boolean)).toEqual([]);
  });

  it('takes facts of the sample out that people have corrected or annulled since, with all revisions and events', async () => {
    const before = await all();
    await loadSample({ ...SETTING, subgraphs: city.subgraphs });
    const { changes, context, database } = registry();
    const [first, second] = await city.facts(collectionId(changes));
    await correctFact(changes, first?._id ?? '', { after: '丙' }, { note: '更正' }, context);
    await correctFact(changes, first?._id ?? '', { after: '丁' }, { note: '更正' }, context);
    await annulFact(changes, second?._id ?? '', { note: '撤销' }, context);
    expect(await database.revisions(changes).countDocuments()).toBe(3);

    await removeSample(city.subgraphs);
    expect(await all()).toEqual(before);
  });

  it('leaves what a person said of an enterprise of the sample', async () => {
    await loadSample({ ...SETTING, subgraphs: city.subgraphs });
    const { changes, context } = registry();
    const [enterprise] = await city.facts('registry.enterprises');
    const change = { subjectUscc: enterprise?._id, item: '住所变更', approvedOn: '2026-01-06', after: '福州市' };
    const { id } = await createFact(changes, change, context);

    await removeSample(city.subgraphs);
    const left = await all();
    const kept = Object.entries(left).flatMap(([name, documents]) => documents.map(({ _id }) => [name, _id]));
    expect(kept).toEqual([
      ['registry.changes', id],
      ['registry.outbox', `${id ?? ''}@1`],
    ]);
  });

  it('takes refused rows of the sample out of quarantine and no others', async () => {
    await importFile(CODE);
    const { database } = registry();
    const [real] = await quarantineOf(database).find().toArray();
    if (real === undefined) throw new Error('nothing was refused');
    await quarantineOf(database).insertOne({ ...real, _id: 'sample:1', source: SAMPLE_SOURCE });
    await removeSample(city.subgraphs);
    expect(await quarantineOf(database).distinct('_id')).toEqual([real._id]);
  });

  it('is completed by starting it again where it was cut off', async () => {
    const before = await all();
    await loadSample({ ...SETTING, subgraphs: city.subgraphs });
    const { database } = registry();
    const cutOff = removeSample(city.subgraphs, () => {
      throw new Error('cut off');
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect(await holdsSample(city.department('disclosure').database)).toBe(true);
    expect(await batchesOf(database).countDocuments({ source: SAMPLE_SOURCE })).toBeGreaterThan(0);
    await removeSample(city.subgraphs);
    expect(await all()).toEqual(before);
  });
});
