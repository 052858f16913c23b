import { JsonlRows } from '../../../../src/ingest/read/JsonlRows.ts';
import { readAll, upload } from './readAll.ts';

describe('JsonlRows', () => {
  it('turns texts, numbers, booleans, nulls, lists and objects into cells', async () => {
    const { source, rows } = await readAll(
      upload('{"name":"甲公司","amount":12.50,"ok":true,"none":null,"list":[1,"a"],"deep":{"b":2}}\n'),
    );
    expect(source.format).toBe('JSONL');
    expect(source.header).toEqual(['name', 'amount', 'ok', 'none', 'list', 'deep']);
    expect(rows).toEqual([{ number: 1, cells: ['甲公司', '12.5', 'true', '', '[1,"a"]', '{"b":2}'], fault: null }]);
  });

  it('keeps every digit of long numbers, and leaves long digits inside texts alone', async () => {
    const { rows } = await readAll(
      upload('{"code":350100199001011234,"amount":123456789012.123456,"text":"no 1234567890123456789, \\" 9","n":-1}'),
    );
    expect(rows[0]?.cells).toEqual(['350100199001011234', '123456789012.123456', 'no 1234567890123456789, " 9', '-1']);
  });

  it('finds values by their key, whatever their order, and pads what is absent', async () => {
    const { source, rows } = await readAll(upload('{"a":1,"b":2}\n\n{"b":3}\n{"c":4,"a":5}\n'));
    expect(source.header).toEqual(['a', 'b', 'c']);
    expect(rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, '1', '2', ''],
      [3, '', '3', ''],
      [4, '5', '', '4'],
    ]);
  });

  it('appends a key that turns up late to the header', () => {
    const reader = new JsonlRows();
    const [early] = reader.read({ text: '{"a":1}\n', damaged: false });
    const [late] = reader.read({ text: '{"a":2,"b":3}\n', damaged: false });
    expect(early?.cells).toEqual(['1']);
    expect(late).toEqual({ number: 2, cells: ['2', '3'], fault: null });
    expect(reader.header).toEqual(['a', 'b']);
  });

  it('marks lines that are no object and goes on', async () => {
    const { rows } = await readAll(upload('{"a":1}\n{"a":\n[1]\n"x"\nnull\n{"a":2}'));
    expect(rows.map(({ number, fault }) => [number, fault])).toEqual([
      [1, null],
      [2, 'JSON'],
      [3, 'JSON'],
      [4, 'JSON'],
      [5, 'JSON'],
      [6, null],
    ]);
  });

  it('reads a key such as __proto__ like any other', async () => {
    const { source, rows } = await readAll(upload('{"__proto__":"x","constructor":"y"}'));
    expect(source.header).toEqual(['__proto__', 'constructor']);
    expect(rows[0]?.cells).toEqual(['x', 'y']);
  });
});
