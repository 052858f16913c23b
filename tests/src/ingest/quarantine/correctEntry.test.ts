import type { QuarantinedRow } from '../../../../src/ingest/quarantine.ts';
import { correctEntry } from '../../../../src/ingest/quarantine/correctEntry.ts';

const KEPT: QuarantinedRow = {
  _id: 'b:2',
  collection: 'registry.enterprises',
  batch: 'b',
  file: 'f.csv',
  source: null,
  row: 2,
  cells: { 名称: '甲公司', 代码: '350102198002290019', '#3': '福州' },
  reasons: [
    { column: '*', code: 'ROW_UNREADABLE', expected: 'x' },
    { column: '代码', code: 'CITIZEN_ID', expected: 'x' },
  ],
  state: 'OPEN',
  at: new Date(0),
};
const SHOWN = { ...KEPT.cells, 代码: '******************' };

function correct(returned: Readonly<Record<string, string>>) {
  return correctEntry(KEPT, SHOWN, new Map(Object.entries(returned)));
}

describe('correctEntry', () => {
  it('takes cells that came back as they were shown for what is kept', () => {
    const returned = {
      隔离编号: 'b:2',
      隔离原因: 'anything',
      名称: '甲公司 ',
      代码: '******************',
      '#3': '福州',
    };
    expect(correct(returned)).toEqual({ entry: KEPT, isChanged: false });
  });

  it('keeps the row as it came beside the corrected cells, and cells that are masked in them', () => {
    const { entry, isChanged } = correct({ 名称: '乙公司', 代码: '******************' });
    expect(isChanged).toBe(true);
    expect(entry.cells).toEqual({ ...KEPT.cells, 名称: '乙公司' });
    expect(entry.original).toEqual(KEPT.cells);
    const again = correctEntry(entry, SHOWN, new Map([['名称', '丙公司']]));
    expect(again.entry.original).toEqual(KEPT.cells);
  });

  it('takes columns that the file did not have, and a tab that a spreadsheet was given off again', () => {
    const { entry } = correct({ 登记机关: '某局', 空: '', 代码: '\t91350100705362917E' });
    expect(entry.cells).toEqual({ ...KEPT.cells, 登记机关: '某局', 代码: '91350100705362917E' });
  });

  it('lets a row be judged again only when no cell stands beyond its columns any more', () => {
    const codes = (entry: QuarantinedRow): string[] => entry.reasons.map(({ code }) => code);
    expect(codes(correct({ 名称: '乙公司' }).entry)).toContain('ROW_UNREADABLE');
    expect(codes(correct({ 名称: '乙公司', '#3': '' }).entry)).not.toContain('ROW_UNREADABLE');
  });
});
