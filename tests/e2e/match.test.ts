import { readFileSync, writeFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { matchCommand } from '../../gateway/commands/matchCommand.ts';
import type { MatchReport } from '../../gateway/match/matchFile.ts';
import { Chance } from '../../src/sample/Chance.ts';
import { runCommand } from '../kit/runCommand.ts';
import { startTestCity, type TestCity } from '../kit/startTestCity.ts';
import { encodeGb18030 } from '../src/ingest/read/encodeGb18030.ts';

const CITIZEN = '11010519491231002X';

/** Ways in which names are damaged between a registry and a table. */
const DAMAGES: Readonly<Record<string, (name: string, chance: Chance) => string>> = {
  none: (name) => name,
  'a character lost': (name, chance) => without(name, 2 + chance.int(0, 2)),
  'two characters swapped': (name, chance) => swapped(name, 3 + chance.int(0, 2)),
  'a scanned legal form': (name) => name.replace('有限公司', '有眼公司').replace('公司', '公词'),
  'other brackets': (name) => name.replace('（', '(').replace('）', ' )'),
  'no brackets': (name) => name.replace(/[（）]/g, ''),
  'no division': (name) => name.replace(/^[^区县市]{1,3}[区县市]/, ''),
  'no legal form': (name) => name.replace(/(?:股份|有限|责任)*公司$/, ''),
};

function without(name: string, at: number): string {
  return name.slice(0, at) + name.slice(at + 1);
}

function swapped(name: string, at: number): string {
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

interface Enterprise {
  readonly uscc: string;
  readonly name: string;
}

describe('credit-graph match', () => {
  let city: TestCity;
  let enterprises: readonly Enterprise[];
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    city = await startTestCity({ clock: () => new Date('2026-06-15T04:00:00Z'), sampleOf: 400 });
    await city.settled();
    const pages: Enterprise[] = [];
    for (let after: string | null = null; ;) {
      const { data } = await city.ask(
        `query ($after: String) { enterprises(first: 100, after: $after) { nodes { uscc name } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const page = data?.['enterprises'] as {
        nodes: readonly Enterprise[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      pages.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    enterprises = pages;
    const { uri, prefix } = city.database;
    environment = {
      MONGODB_URI: uri,
      DATABASE_PREFIX: prefix,
      DATA_DIR: city.folder,
      LOG_LEVEL: 'silent',
      LC_ALL: 'C',
    };
  }, 240_000);
  afterAll(() => city.stop());

  const fileOf = (name: string): string => join(city.folder, name);
  const match = async (input: string, output: string, ...words: string[]): Promise<MatchReport> =>
    JSON.parse(
      await runCommand(matchCommand(), [fileOf(input), '-o', fileOf(output), '--json', ...words], environment),
    ) as MatchReport;
  const rowsOf = (name: string): readonly Readonly<Record<string, string>>[] =>
    parse<Readonly<Record<string, string>>>(readFileSync(fileOf(name), 'utf8'), { columns: true, bom: true });

  it('finds the enterprise of damaged names, and is certain of hardly a wrong one', async () => {
    const chance = new Chance('match');
    const kinds = Object.entries(DAMAGES);
    const lines = enterprises.map(({ uscc, name }, at) => {
      const [kind = '', damage = (same: string) => same] = kinds[at % kinds.length] ?? [];
      return [uscc, kind, damage(name, chance)].join(',');
    });
    writeFileSync(fileOf('damaged.csv'), ['真实代码,损坏,企业名称', ...lines].join('\n'));
    const report = await match('damaged.csv', 'damaged.out.csv');
    expect(report).toMatchObject({ read: enterprises.length, quarantined: 0, quarantine: null });
    const rows = rowsOf('damaged.out.csv');
    expect(rows.map((row) => row['真实代码']?.trim())).toEqual(enterprises.map(({ uscc }) => uscc));
    const isRight = (row: Readonly<Record<string, string>>): boolean =>
      row['匹配统一社会信用代码']?.trim() === row['真实代码']?.trim();
    const right = rows.filter(isRight).length;
    const certain = rows.filter((row) => row['是否匹配'] === '是');
    const wrong = certain.filter((row) => !isRight(row));
    process.stdout.write(
      `  match: ${right} of ${rows.length} first, ${certain.length} certain, ${wrong.length} of them wrong; ${report.rowsPerSecond} rows/s\n`,
    );
    expect(right / rows.length).toBeGreaterThanOrEqual(0.88);
    expect(wrong.length / certain.length).toBeLessThanOrEqual(0.02);
    expect(rows.filter(({ 匹配得分: score = '' }) => score !== '' && Number(score) > 1)).toEqual([]);
  }, 240_000);

  it('keeps rows, cells and order, sets aside what can not be read, and repeats no number of a person', async () => {
    const [one, two] = enterprises;
    const table = [
      '序号,企业名称,统一社会信用代码,备注',
      `1,${one?.name ?? ''},,=1+1`,
      '2',
      `3,,${two?.uscc ?? ''},"a, b"`,
      '4,-,无,',
      `5,${CITIZEN},${CITIZEN},`,
      `${CITIZEN} 6`,
    ].join('\n');
    writeFileSync(fileOf('mixed.csv'), encodeGb18030(table));
    const report = await match('mixed.csv', 'mixed.out.csv');
    expect(report).toMatchObject({ read: 6, matched: 2, unmatched: 2, quarantined: 2 });
    const rows = rowsOf('mixed.out.csv');
    expect(rows.map((row) => row['序号'])).toEqual(['1', '3', '4', '5']);
    expect(rows.map((row) => row['匹配统一社会信用代码']?.trim())).toEqual([one?.uscc, two?.uscc, '', '']);
    expect(rows[0]).toMatchObject({ 备注: '\t=1+1', 是否匹配: '是', 匹配名称: one?.name });
    expect(rows[1]).toMatchObject({ 备注: 'a, b' });
    expect(rows[2]).toMatchObject({ 是否匹配: '否', 匹配说明: '没有可用于匹配的内容' });
    const aside = readFileSync(fileOf('mixed.out.quarantine.csv'), 'utf8');
    expect(aside).toContain('单元格数量与表头不一致');
    expect(aside).not.toContain(CITIZEN);
    expect(rows[3]?.['匹配说明']).not.toContain(CITIZEN);
    expect(readdirSync(city.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('reads JSON Lines whose columns come later, and columns that the user names', async () => {
    const [one, two] = enterprises;
    const lines = [{ raw: one?.name }, { raw: two?.name, 匹配得分: 'x' }].map((line) => JSON.stringify(line));
    writeFileSync(fileOf('lines.jsonl'), lines.join('\n'));
    await match('lines.jsonl', 'lines.csv', '--column', 'name=raw');
    const rows = rowsOf('lines.csv');
    expect(Object.keys(rows[0] ?? {})).toEqual([
      ...['raw', '匹配得分', '匹配统一社会信用代码', '匹配名称', '匹配得分 (2)', '是否匹配', '匹配说明'],
    ]);
    expect(rows.map((row) => row['匹配统一社会信用代码']?.trim())).toEqual([one?.uscc, two?.uscc]);
  });

  it('overwrites nothing, and leaves nothing behind where it fails', async () => {
    writeFileSync(fileOf('table.csv'), `企业名称\n${enterprises[0]?.name ?? ''}`);
    writeFileSync(fileOf('there.csv'), 'mine');
    await expect(match('table.csv', 'there.csv')).rejects.toMatchObject({ code: 'INGEST_TARGET_EXISTS' });
    expect(readFileSync(fileOf('there.csv'), 'utf8')).toBe('mine');
    writeFileSync(fileOf('unknown.csv'), '甲,乙\n1,2');
    await expect(match('unknown.csv', 'never.csv')).rejects.toMatchObject({ code: 'INGEST_COLUMNS_MISSING' });
    await expect(match('table.csv', 'never.csv', '--column', 'name=other')).rejects.toMatchObject({
      code: 'INGEST_COLUMNS_MISSING',
    });
    await expect(match('nothing.csv', 'never.csv')).rejects.toMatchObject({ code: 'INGEST_FILE_MISSING' });
    expect(existsSync(fileOf('never.csv'))).toBe(false);
    await expect(match('table.csv', 'never.csv', '--threshold', '2')).rejects.toThrow('from 0 to 1');
  });
});
