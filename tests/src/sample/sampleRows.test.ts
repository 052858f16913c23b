import { loadDepartments } from '../../../gateway/departments.ts';
import { collectionId } from '../../../src/data/FactCollection.ts';
import { sampleRows, seededCollections } from '../../../src/sample/sampleRows.ts';
import type { SampleSetting } from '../../../src/sample/SampleEnterprise.ts';

const departments = await loadDepartments();
const SETTING = { enterprises: 120, seed: 3501, asOf: '2026-06-15' };

describe('the rows of a sample', () => {
  it('come department by department, those of the enterprises themselves first', () => {
    const names = seededCollections(departments).map(({ collection }) => collectionId(collection));
    expect(names[0]).toBe('registry.enterprises');
    expect(names.findIndex((name) => !name.startsWith('registry.'))).toBeGreaterThan(5);
  });

  it('are byte for byte the same for the same setting', () => {
    expect(textOf(SETTING)).toBe(textOf(SETTING));
  });

  for (const [what, other] of [
    ['seed', { seed: 3502 }],
    ['day', { asOf: '2026-06-16' }],
  ] as const) {
    it(`are others for another ${what}`, () => {
      expect(textOf({ ...SETTING, ...other })).not.toBe(textOf(SETTING));
    });
  }

  it('of the first enterprises do not depend on how many follow', () => {
    expect(textOf({ ...SETTING, enterprises: 150 })).not.toBe(textOf(SETTING));
    for (const seeded of seededCollections(departments)) {
      const some = [...sampleRows(seeded, SETTING)];
      expect([...sampleRows(seeded, { ...SETTING, enterprises: 150 })].slice(0, some.length)).toEqual(some);
    }
  });

  it('are made on demand: the first ones of millions are there at once', () => {
    const [first] = seededCollections(departments);
    if (first === undefined) throw new Error('no department has a seed');
    const [row] = sampleRows(first, { ...SETTING, enterprises: 1_000_000_000 });
    expect(row?.index).toBe(0);
  });
});

function textOf(setting: SampleSetting): string {
  return JSON.stringify(seededCollections(departments).map((seeded) => [...sampleRows(seeded, setting)]));
}
