import { inventEnterprise, RICH_EVERY } from '../../../src/sample/inventEnterprise.ts';
import type { SampleEnterprise } from '../../../src/sample/SampleEnterprise.ts';
import { sampleAuthority } from '../../../src/sample/sampleAuthority.ts';
import { DISTRICTS } from '../../../src/sample/districts.ts';
import { checkUscc } from '../../../src/values/uscc.ts';
import { itWithFiles, rowsOf } from '../values/realFiles.ts';

const SETTING = { seed: 3501, asOf: '2026-06-15' };
const city: readonly SampleEnterprise[] = Array.from({ length: 20_000 }, (_, index) =>
  inventEnterprise(index, SETTING),
);

/** Both editions' lists of divisions, each a row a division. */
const DIVISION_FILES = ['gbt2260_divisions.csv.gz', 'gb2260_history.csv.gz'];
/** Lines of business come from the list of classes. */
const INDUSTRY_FILE = 'gbt4754_2017.csv.gz';

describe('invented enterprises', () => {
  it('have valid codes without any remark, each another one', () => {
    const verdicts = city.map(({ uscc }) => checkUscc(uscc));
    expect(verdicts.filter((verdict) => !verdict.ok || verdict.repaired || verdict.warnings.length > 0)).toEqual([]);
    expect(new Set(city.map(({ uscc }) => uscc)).size).toBe(city.length);
    expect(new Set(city.map(({ uscc }) => uscc.slice(0, 2)))).toEqual(new Set(['91', '92', '93']));
  });

  itWithFiles(DIVISION_FILES, 'have a division in their codes that no edition of GB/T 2260 assigned', () => {
    const assigned = new Set(DIVISION_FILES.flatMap((file) => rowsOf(file).map(({ code = '' }) => code)));
    expect(assigned.has('350102')).toBe(true);
    const divisions = [...new Set([...city.map(({ uscc }) => uscc.slice(2, 8)), authorityDivision()])];
    expect(divisions.length).toBeGreaterThan(5);
    expect(divisions.filter((code) => assigned.has(code))).toEqual([]);
    // Not even the province was ever given a code, so that no later division of it can be meant.
    const provinces = new Set(divisions.map((code) => code.slice(0, 2)));
    expect([...assigned].filter((code) => provinces.has(code.slice(0, 2)))).toEqual([]);
  });

  itWithFiles([DIVISION_FILES[0] ?? '', INDUSTRY_FILE], 'live in real districts, on real lines of business', () => {
    const districts = new Map(rowsOf('gbt2260_divisions.csv.gz').map(({ code = '', name }) => [code, name]));
    expect(DISTRICTS.filter(({ code, name }) => districts.get(code) !== name)).toEqual([]);
    const classes = new Set(rowsOf(INDUSTRY_FILE).map(({ code }) => code));
    expect([...new Set(city.map(({ industry }) => industry.code))].filter((code) => !classes.has(code))).toEqual([]);
  });

  it('are called like enterprises of the city, and a sample', () => {
    expect(city.filter(({ name }) => !name.includes('（示例）'))).toEqual([]);
    expect(new Set(city.map(({ name }) => name)).size).toBe(city.length);
    expect(city.filter(({ person }) => !/^\p{Script=Han}示\p{Script=Han}$/u.test(person))).toEqual([]);
  });

  it('depend on their number, the seed and the day alone', () => {
    expect(inventEnterprise(777, SETTING)).toEqual(city[777]);
    expect(inventEnterprise(777, { ...SETTING, seed: 1 }).uscc).not.toBe(city[777]?.uscc);
  });

  it('live between their founding and the day of the sample', () => {
    expect(city.filter(({ foundedOn, activeUntil }) => foundedOn > activeUntil || activeUntil > SETTING.asOf)).toEqual(
      [],
    );
    const ended = city.filter(({ status }) => status !== 'IN_BUSINESS').length / city.length;
    expect(ended).toBeGreaterThan(0.06);
    expect(ended).toBeLessThan(0.15);
  });

  it('belong, where they are branches, to an older company of the same sample', () => {
    const branches = city.filter(({ kind }) => kind === 'BRANCH');
    const codes = new Map(city.map((enterprise) => [enterprise.uscc, enterprise]));
    expect(branches.length).toBeGreaterThan(500);
    const orphans = branches.filter(({ parentUscc = '', foundedOn }) => {
      const parent = codes.get(parentUscc);
      return parent?.kind !== 'COMPANY' || parent.foundedOn >= foundedOn;
    });
    expect(orphans).toEqual([]);
  });

  it('are rich at fixed numbers, from the first on', () => {
    const rich = city.filter(({ isRich }) => isRich).map(({ index }) => index);
    expect(rich.slice(0, 3)).toEqual([0, RICH_EVERY, 2 * RICH_EVERY]);
    expect(city[0]).toMatchObject({ kind: 'COMPANY', status: 'IN_BUSINESS' });
  });
});

function authorityDivision(): string {
  const { uscc, name } = sampleAuthority('应急管理局');
  expect(checkUscc(uscc)).toMatchObject({ ok: true, warnings: [] });
  expect(name).toBe('福州市应急管理局（示例）');
  return uscc.slice(2, 8);
}
