import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { xlsxNumber } from '../../../../src/ingest/read/xlsxCell.ts';
import { failure, readAll, upload } from './readAll.ts';

const day = (iso: string, format: string): { value: Date; format: string } => ({ value: new Date(iso), format });

async function workbook(data: SheetData, more: SheetData = [['别的']]): Promise<Buffer> {
  return writeWorkbook([
    { data, sheet: '数据' },
    { data: more, sheet: '其他' },
  ]).toBuffer();
}

describe('readXlsx', () => {
  it('reads texts, numbers, booleans, days and times as a person sees them', async () => {
    const { source, rows } = await readAll(
      upload(
        await workbook([
          ['名称', '金额', '是否', '日期', '时间'],
          [' 甲 ', 53.7, true, day('2024-02-29', 'yyyy-mm-dd'), day('2024-05-06T10:20:30Z', 'yyyy-mm-dd hh:mm:ss')],
        ]),
      ),
    );
    expect(source).toMatchObject({
      format: 'XLSX',
      gzip: false,
      encoding: 'UTF-8',
      header: ['名称', '金额', '是否', '日期', '时间'],
    });
    expect(rows).toEqual([
      { number: 2, cells: [' 甲 ', '53.7', 'true', '2024-02-29', '2024-05-06T10:20:30'], fault: null },
    ]);
  });

  it('shows a code of 18 digits that was stored as a number as damaged', async () => {
    const { rows } = await readAll(upload(await workbook([['代码'], [913501001234567890], ['913501001234567890']])));
    expect(rows.map(({ cells }) => cells[0])).toEqual(['9.13501001234568E+17', '913501001234567890']);
  });

  it('counts rows as the sheet does, leaves blank ones out and pads short ones', async () => {
    const data: SheetData = [[], ['a', 'b', 'c'], ['1', null, null], [], ['2', 'x', 'y'], [], []];
    const { source, rows } = await readAll(upload(await workbook(data)));
    expect(source.header).toEqual(['a', 'b', 'c']);
    expect(rows).toEqual([
      { number: 3, cells: ['1', '', ''], fault: null },
      { number: 5, cells: ['2', 'x', 'y'], fault: null },
    ]);
  });

  it('marks a row with a value beyond the header', async () => {
    const { rows } = await readAll(
      upload(
        await workbook([
          ['a', 'b'],
          ['1', '2', null, '4'],
          ['5', '6'],
        ]),
      ),
    );
    expect(rows.map(({ fault }) => fault)).toEqual(['COLUMN_COUNT', null]);
  });

  it('reads a sheet by its name', async () => {
    const { source } = await readAll(upload(await workbook([['a']])), { sheet: '其他' });
    expect(source.header).toEqual(['别的']);
  });

  it('names the sheets where the wanted one is absent', async () => {
    const error = await failure(readAll(upload(await workbook([['a']]), 'w.xlsx'), { sheet: '表3' }));
    expect(error).toEqual({
      code: 'INGEST_SHEET_UNKNOWN',
      message: 'w.xlsx has no sheet "表3". Its sheets: 数据, 其他.',
    });
  });

  it('refuses a workbook without a header', async () => {
    expect((await failure(readAll(upload(await workbook([[null], []]))))).code).toBe('INGEST_HEADER_MISSING');
  });

  it.each([0.99, 0.5, 0.1])('refuses a workbook of which only %d arrived', async (part) => {
    const content = await workbook([['a'], ['1']]);
    const cut = content.subarray(0, Math.floor(content.length * part));
    expect((await failure(readAll(upload(cut)))).code).toBe('INGEST_XLSX_BROKEN');
  });

  it('refuses a workbook whose parts are damaged', async () => {
    const content = await workbook([['a'], ['1']]);
    const start = content.indexOf('xl/worksheets/sheet1.xml') + 30;
    content.fill(0xaa, start, start + 60);
    expect((await failure(readAll(upload(content)))).code).toBe('INGEST_XLSX_BROKEN');
  });

  it('refuses a workbook that says it unpacks to more than a gigabyte', async () => {
    const content = await workbook([['a'], ['1']]);
    // In the table of contents the unpacked size stands 24 bytes behind the mark PK\x01\x02.
    for (let at = content.indexOf('PK\x01\x02'); at !== -1; at = content.indexOf('PK\x01\x02', at + 1)) {
      content.writeUInt32LE(512 * 1024 * 1024, at + 24);
    }
    expect((await failure(readAll(upload(content)))).code).toBe('INGEST_XLSX_TOO_LARGE');
  });

  it('refuses an upload of more than 64 MB without holding it', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Promise.resolve(Buffer.from('PK\x03\x04'));
      for (;;) {
        sent += 1;
        yield Promise.resolve(Buffer.alloc(1024 * 1024));
      }
    }
    expect((await failure(readAll({ stream: endless(), name: 'w' }))).code).toBe('INGEST_XLSX_TOO_LARGE');
    expect(sent).toBe(64);
  });
});

describe('xlsxNumber', () => {
  it.each([
    ['53.700000000000003', '53.7'],
    ['0.1', '0.1'],
    ['350100', '350100'],
    ['9007199254740991', '9007199254740991'],
    ['9.1350100123456794E+17', '9.13501001234568E+17'],
    ['913501001234567890', '9.13501001234568E+17'],
    ['-0', '0'],
    ['not a number', 'not a number'],
  ])('writes %s as %s', (stored, text) => {
    expect(xlsxNumber(stored)).toBe(text);
  });
});
