import { pino } from 'pino';
import { loadSample } from '../../../src/sample/loadSample.ts';
import { loadSampleIfEmpty } from '../../../src/sample/loadSampleIfEmpty.ts';
import { openCity, type OpenCity } from '../../kit/openCity.ts';

const NOW = new Date('2026-06-14T17:00:00Z');

describe('a first start', () => {
  const log: { readonly msg: string; readonly level: number }[] = [];
  const logger = pino({}, { write: (line: string) => void log.push(JSON.parse(line) as (typeof log)[number]) });
  let city: OpenCity;

  beforeAll(async () => {
    city = await openCity();
  });
  afterAll(() => city.close());

  it('loads 2,000 enterprises as of the day in Shanghai where a load was cut off, and says how to take them out', async () => {
    const cutOff = loadSample({
      ...{ enterprises: 40, seed: 3501, asOf: '2026-06-14', subgraphs: city.subgraphs, now: NOW },
      onProgress: () => {
        throw new Error('cut off');
      },
    });
    await expect(cutOff).rejects.toThrow('cut off');
    expect((await city.facts('registry.enterprises')).length).toBeGreaterThan(0);
    const report = await loadSampleIfEmpty(city.subgraphs, logger, NOW);
    expect(report).toMatchObject({ quarantined: 0, facts: { 'registry.enterprises': 2_000 } });
    expect(await city.facts('registry.enterprises')).toHaveLength(2_000);
    const classes = (await city.facts('registry.riskClasses')) as { computedOn?: string }[];
    expect(new Set(classes.map(({ computedOn }) => computedOn))).toEqual(new Set(['2026-06-01']));
    expect(log.map(({ msg }) => msg)).toEqual([
      'loading the sample city',
      'the sample city is loaded; `credit-graph sample --remove` takes it out',
    ]);
  }, 120_000);

  it('loads nothing the next time', async () => {
    expect(await loadSampleIfEmpty(city.subgraphs, logger, NOW)).toBeNull();
  });
});
