import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvRows } from '../../../../src/ingest/read/CsvRows.ts';
import type { RawRow } from '../../../../src/ingest/read/RowSource.ts';

/** Reads a text that comes in several blocks of whole lines. */
function read(...blocks: string[]): { header: readonly string[] | undefined; rows: RawRow[] } {
  const reader = new CsvRows();
  const rows = blocks.flatMap((text) => reader.read({ text, damaged: false }));
  return { header: reader.header, rows: [...rows, ...reader.end()] };
}

const good = (number: number, ...cells: string[]): RawRow => ({ number, cells, fault: null });

describe('CsvRows', () => {
  it('reads plain and quoted cells, line breaks inside quotes, and counts lines as an editor does', () => {
    const { header, rows } = read('name,note\nA,"x, y"\nB,"one\ntwo ""quoted"""\nC,z\n');
    expect(header).toEqual(['name', 'note']);
    expect(rows).toEqual([good(2, 'A', 'x, y'), good(3, 'B', 'one\ntwo "quoted"'), good(5, 'C', 'z')]);
  });

  it.each([
    ['CR LF', 'a,b\r\n1,"2"\r\n3,4\r\n'],
    ['no line break at the end', 'a,b\n1,"2"\n3,4'],
    ['a lone CR at the end', 'a,b\n1,"2"\n3,4\r'],
  ])('takes %s as the end of a line', (_, text) => {
    expect(read(text).rows).toEqual([good(2, '1', '2'), good(3, '3', '4')]);
  });

  it.each([
    ['a tab', '\t'],
    ['a semicolon', ';'],
    ['a bar', '|'],
  ])('finds %s as the delimiter by the header, commas inside its quotes not counted', (_, delimiter) => {
    const { header, rows } = read(`${['"a,b,c"', 'd'].join(delimiter)}\n${['1,5', '2'].join(delimiter)}\n`);
    expect(header).toEqual(['a,b,c', 'd']);
    expect(rows).toEqual([good(2, '1,5', '2')]);
  });

  it('leaves blank lines out, before the header too, without losing count', () => {
    const { header, rows } = read('\n  \na,b\n\n,\n1,2\n , \n');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([good(6, '1', '2')]);
  });

  it('takes blank cells beyond the header off, in the header too', () => {
    const { header, rows } = read('a,b,,\n1,2,,\n1,2,\n');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([good(2, '1', '2'), good(3, '1', '2')]);
  });

  it('marks rows with too few or too many cells and goes on', () => {
    const { rows } = read('a,b\n1\n1,2,3\n1,"2",3\n4,5\n');
    expect(rows).toEqual([
      { number: 2, cells: ['1'], fault: 'COLUMN_COUNT' },
      { number: 3, cells: ['1', '2', '3'], fault: 'COLUMN_COUNT' },
      { number: 4, cells: ['1', '2', '3'], fault: 'COLUMN_COUNT' },
      good(5, '4', '5'),
    ]);
  });

  it('takes a quote inside an unquoted cell as it stands', () => {
    expect(read('a,b\n5" pipe,x"y"\n').rows).toEqual([good(2, '5" pipe', 'x"y"')]);
  });

  it('loses one line to a quote that is never closed', () => {
    const { rows } = read('a,b\n"1,2\n3,4\n5,6\n');
    expect(rows).toEqual([{ number: 2, cells: ['"1', '2'], fault: 'QUOTE' }, good(3, '3', '4'), good(4, '5', '6')]);
  });

  it('loses one line to an open quote that meets the opening quote of a later row', () => {
    const { rows } = read('a,b\n"1,2\n3,4\n5,"6, 7"\n8,9\n');
    expect(rows).toEqual([
      { number: 2, cells: ['"1', '2'], fault: 'QUOTE' },
      good(3, '3', '4'),
      good(4, '5', '6, 7'),
      good(5, '8', '9'),
    ]);
  });

  it('loses one line to an open quote that happens to close where a cell ends', () => {
    const { rows } = read('a,b,c\n"1,2,3\n4,5,6"\n7,8,9\n');
    expect(rows.map(({ number, fault }) => [number, fault])).toEqual([
      [2, 'QUOTE'],
      [3, null],
      [4, null],
    ]);
  });

  it('marks text behind a closing quote', () => {
    expect(read('a,b\n"1"x,2\n3,4\n').rows).toEqual([
      { number: 2, cells: ['"1"x', '2'], fault: 'QUOTE' },
      good(3, '3', '4'),
    ]);
  });

  it('gives up on a quote that stays open for a megabyte, not for the rest of the file', () => {
    const line = `1,${'x'.repeat(998)}\n`;
    const reader = new CsvRows();
    const early = reader.read({ text: `a,b\n"0,0\n${line.repeat(500)}`, damaged: false });
    const late = reader.read({ text: line.repeat(600), damaged: false });
    expect(early).toEqual([]);
    expect(late).toHaveLength(1101);
    expect(late[0]).toEqual({ number: 2, cells: ['"0', '0'], fault: 'QUOTE' });
    expect(late.at(-1)?.number).toBe(1102);
  });

  it('marks a row whose quoted cell spans a damaged line, and none behind it', () => {
    const reader = new CsvRows();
    reader.read({ text: 'a,b\n', damaged: false });
    reader.read({ text: '1,"x\uFFFD\n', damaged: true });
    const rows = reader.read({ text: 'y"\n3,4\n', damaged: false });
    expect(rows).toEqual([{ number: 2, cells: ['1', 'x\uFFFD\ny'], fault: 'ENCODING' }, good(4, '3', '4')]);
  });

  it('reads what any correct writer wrote, exactly as csv-parse does, however it is cut into blocks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '市', '"', ',', ';', '\n', '\r', ' ', '\u3000', '𠀀') });
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.record({
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
        width: fc.constant(width),
      }),
    );
    const style = fc.record({
      always: fc.boolean(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      cuts: fc.infiniteStream(fc.boolean()),
    });
    fc.assert(
      fc.property(table, style, ({ rows, width }, { always, lineEnd, cuts }) => {
        const write = (value: string): string =>
          always || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
        const header = Array.from({ length: width }, (_, index) => `c${index}`);
        const filled = rows.map(([first = '', ...rest]) => [`x${first}`, ...rest]);
        const text = [header, ...filled].map((row) => row.map(write).join(',') + lineEnd).join('');
        const blocks = text.split(/(?<=\n)/).reduce<string[]>((done, line) => {
          const open = done.length === 0 || cuts.next().value === true ? '' : (done.pop() ?? '');
          return [...done, open + line];
        }, []);
        const result = read(...blocks);
        const oracle = parse(text, { delimiter: ',' });
        expect([result.header, ...result.rows.map(({ cells }) => cells)]).toEqual(oracle);
        expect(result.rows.every(({ fault }) => fault === null)).toBe(true);
      }),
    );
  });

  it('never stops at any text, and numbers rows upwards', () => {
    const garbage = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ';'), maxLength: 60 });
    fc.assert(
      fc.property(garbage, (text) => {
        const numbers = read('a,b\n', text).rows.map(({ number }) => number);
        expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right));
      }),
    );
  });
});
