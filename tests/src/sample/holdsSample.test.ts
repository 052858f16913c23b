import { batchesOf } from '../../../src/ingest/batches.ts';
import { holdsSample } from '../../../src/sample/holdsSample.ts';
import { loadSample } from '../../../src/sample/loadSample.ts';
import { openCity, type OpenCity } from '../../kit/openCity.ts';

describe('whether a database holds the sample', () => {
  let city: OpenCity;
  beforeAll(async () => {
    city = await openCity();
  });
  afterAll(() => city.close());

  it('is false for one into which other files were imported', async () => {
    const { database } = city.department('disclosure');
    await batchesOf(database).insertOne({
      _id: 'real',
      collection: 'disclosure.permits',
      file: 'sample',
      digest: '',
      source: null,
      runs: [],
    });
    expect(await holdsSample(database)).toBe(false);
  });

  it('is true for each department as soon as it has any of it, also where the load was cut off', async () => {
    const cutOff = loadSample({
      ...{ enterprises: 50, seed: 1, asOf: '2026-06-15', subgraphs: city.subgraphs },
      onProgress: () => {
        throw new Error('cut off');
      },
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect(await holdsSample(city.department('registry').database)).toBe(true);
    expect(await holdsSample(city.department('judiciary').database)).toBe(false);
  });
});
