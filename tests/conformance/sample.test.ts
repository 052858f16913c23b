import { loadDepartments } from '../../gateway/departments.ts';
import { columnsOf } from '../../src/data/envelopeFields.ts';
import { collectionId } from '../../src/data/FactCollection.ts';
import { judgeFact } from '../../src/data/judgeFact.ts';
import type { SampleRow } from '../../src/sample/DepartmentSeed.ts';
import { sampleRows, seededCollections, type SeededCollection } from '../../src/sample/sampleRows.ts';
import { containsCitizenId } from '../../src/values/citizenId.ts';

const departments = await loadDepartments();
const seeded = seededCollections(departments);
const AS_OF = '2026-06-15';
/** Beginnings and ends of years, a leap day, and days on which other terms of law begin. */
const DAYS = ['2022-01-01', '2024-02-29', '2025-12-31', '2026-04-01', AS_OF];

describe('the sample city of all departments', () => {
  it('has a seed for each collection and for nothing else', () => {
    const seeds = departments.map(({ name, seed = {} }) => [name, Object.keys(seed).toSorted()]);
    expect(seeds).toEqual(departments.map(({ name, collections }) => [name, Object.keys(collections).toSorted()]));
  });
});

describe.each(seeded.map((each) => [collectionId(each.collection), each] as const))('the sample of %s', (_id, each) => {
  const rows = rowsOf(each, { enterprises: 300, seed: 11 });

  it('has a fact about the first enterprise, with any seed', () => {
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    expect(seeds.filter((seed) => rowsOf(each, { enterprises: 1, seed }).length === 0)).toEqual([]);
  });

  it('gives fields that the collection has, each with a value', () => {
    const names = new Set(columnsOf(each.collection).map(([name]) => name));
    const columns = rows.flatMap((row) => Object.entries(row));
    expect([...new Set(columns.filter(([name]) => !names.has(name)).map(([name]) => name))]).toEqual([]);
    expect(columns.filter(([, value]) => value.trim() === '')).toEqual([]);
  });

  it.each(DAYS)('is accepted by the rules of its department as of %s, without a value set aside', (today) => {
    const setting = { today, neverHas: new Set<string>(), provider: {}, flags: [] };
    const made = rowsOf(each, { enterprises: 400, seed: 99 }, today);
    const verdicts = made.map((row) => judgeFact(each.collection, row, setting));
    expect(verdicts.flatMap((verdict) => ('faults' in verdict ? verdict.faults : []))).toEqual([]);
    const flags = verdicts.flatMap((verdict) => ('draft' in verdict ? verdict.draft.flags : []));
    expect([...new Set(flags)].filter((flag) => flag !== 'AMOUNT_MISSING')).toEqual([]);
  });

  it('holds no number that could be a citizen’s or a telephone’s', () => {
    const texts = rows.flatMap((row) => Object.values(row).filter((text) => text.length !== 18));
    expect(texts.filter((text) => containsCitizenId(text) || /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text))).toEqual([]);
  });
});

function rowsOf(each: SeededCollection, size: { enterprises: number; seed: number }, asOf = AS_OF): SampleRow[] {
  return [...sampleRows(each, { ...size, asOf })].map(({ values }) => values);
}
