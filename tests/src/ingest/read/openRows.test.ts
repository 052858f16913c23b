import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import writeWorkbook from 'write-excel-file/node';
import { openRows } from '../../../../src/ingest/read/openRows.ts';
import { encodeGb18030 } from './encodeGb18030.ts';
import { arriving, failure, readAll, upload } from './readAll.ts';

const REAL_DATA = join(import.meta.dirname, '../../../../../shared/data');
const realFiles = existsSync(REAL_DATA) ? readdirSync(REAL_DATA).filter((name) => name.endsWith('.csv.gz')) : [];

const TABLE = '名称,代码\n甲公司,001\n乙公司,002\n';
const JSON_LINES = '{"名称":"甲公司","代码":"001"}\n{"名称":"乙公司","代码":"002"}\n';
const WORKBOOK = await writeWorkbook([
  ['名称', '代码'],
  ['甲公司', '001'],
  ['乙公司', '002'],
]).toBuffer();

describe('openRows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-rows-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it.each([
    ['CSV', 'UTF-8', 'misleading.xlsx', Buffer.from(TABLE)],
    ['CSV', 'UTF-8', 'marked.csv', Buffer.from(`\uFEFF${TABLE}`)],
    ['CSV', 'GB18030', 'gb.csv', encodeGb18030(TABLE)],
    ['JSONL', 'UTF-8', 'misleading.csv', Buffer.from(JSON_LINES)],
    ['JSONL', 'UTF-8', 'blank-first.json', Buffer.from(`\uFEFF\n  ${JSON_LINES}`)],
    ['XLSX', 'UTF-8', 'no-ending', WORKBOOK],
  ])(
    'recognises %s in %s by content, plain and gzip, from a path and as an upload',
    async (format, encoding, name, content) => {
      const inputs = [
        [false, file(name, content)],
        [true, file(`${name}.gz`, gzipSync(content))],
        [true, { stream: arriving([gzipSync(content)]), name }],
        [false, { stream: arriving(Array.from(content, (byte) => Uint8Array.of(byte))), name }],
      ] as const;
      for (const [gzip, input] of inputs) {
        const { source, rows } = await readAll(input);
        expect(source).toMatchObject({ format, encoding, gzip, header: ['名称', '代码'] });
        expect(rows.map(({ cells, fault }) => [...cells, fault])).toEqual([
          ['甲公司', '001', null],
          ['乙公司', '002', null],
        ]);
      }
    },
  );

  it('gives rows in chunks of 1,000 and the rest', async () => {
    const { rows, chunkSizes } = await readAll(
      upload(`n\n${Array.from({ length: 2345 }, (_, n) => `${n}\n`).join('')}`),
    );
    expect(chunkSizes).toEqual([1000, 1000, 345]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(Array.from({ length: 2345 }, (_, n) => String(n)));
  });

  it('reads a file that holds a header and nothing else', async () => {
    const { source, rows } = await readAll(upload('a,b\n'));
    expect(source.header).toEqual(['a', 'b']);
    expect(rows).toEqual([]);
  });

  it('tells how many bytes of the file have been read while it reads', async () => {
    const lines = Array.from({ length: 300_000 }, (_, n) => `${n},${(n * 7919) % 1_000_003}\n`);
    const packed = gzipSync(`a,b\n${lines.join('')}`);
    const source = await openRows(file('progress.csv.gz', packed));
    expect(source.bytesTotal).toBe(packed.length);
    const seen: number[] = [];
    for await (const chunk of source.rows) seen.push(source.bytesRead() / chunk.length);
    expect(source.bytesRead()).toBe(packed.length);
    expect(new Set(seen).size).toBeGreaterThan(2);
    expect(seen[0]).toBeLessThan(packed.length / 1000);
  });

  it('knows the size of an upload only where it is told', async () => {
    expect((await openRows(upload(TABLE))).bytesTotal).toBe(0);
    expect((await openRows({ ...upload(TABLE), size: 99 })).bytesTotal).toBe(99);
  });

  it.each(['plain', 'gzip'])('releases a %s file when reading stops early', async (kind) => {
    const content = Buffer.from(`a\n${'x'.repeat(100).concat('\n').repeat(50_000)}`);
    const path = file(`early-${kind}`, kind === 'gzip' ? gzipSync(content, { level: 0 }) : content);
    const stream = createReadStream(path);
    const source = await openRows({ stream, name: path });
    for await (const chunk of source.rows) if (chunk.length > 0) break;
    expect(stream.destroyed).toBe(true);
    expect(source.bytesRead()).toBeLessThan(content.length);
  });

  it('releases a file that is closed without being read, and one that is refused', async () => {
    const unread = createReadStream(file('unread.csv', TABLE.repeat(100_000)));
    (await openRows({ stream: unread, name: 'unread' })).close();
    expect(unread.destroyed).toBe(true);
    const refused = createReadStream(file('refused.pdf', `%PDF-1.7${' '.repeat(1_000_000)}`));
    await failure(openRows({ stream: refused, name: 'refused' }));
    expect(refused.destroyed).toBe(true);
  });

  it('reads a gzip of several members', async () => {
    const { rows } = await readAll(upload(Buffer.concat([gzipSync('a\n1\n'), gzipSync('2\n')])));
    expect(rows.map(({ cells }) => cells)).toEqual([['1'], ['2']]);
  });

  it('fails at the end of a gzip that was cut off, not silently', async () => {
    const cut = gzipSync(TABLE.repeat(20_000)).subarray(0, -500);
    expect(await failure(readAll(upload(cut, 'cut.csv.gz')))).toEqual({
      code: 'INGEST_GZIP_BROKEN',
      message: 'The gzip file cut.csv.gz is cut off or damaged.',
    });
  });

  it.each([
    ['an empty file', '', 'INGEST_FILE_EMPTY'],
    ['a gzip of nothing', gzipSync(''), 'INGEST_FILE_EMPTY'],
    ['a damaged gzip', Buffer.concat([gzipSync(TABLE).subarray(0, 12), Buffer.alloc(40, 0xff)]), 'INGEST_GZIP_BROKEN'],
    ['blank lines only', '\n \n,,\n', 'INGEST_HEADER_MISSING'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'INGEST_FORMAT_UNKNOWN'],
    ['a web page', '<html><table></table></html>', 'INGEST_FORMAT_UNKNOWN'],
    ['a JSON array', ' [ {"a":1} ]', 'INGEST_FORMAT_UNKNOWN'],
    ['bytes that are no text', Buffer.from([1, 2, 0, 3]), 'INGEST_FORMAT_UNKNOWN'],
    ['a gzip in a gzip', gzipSync(gzipSync(TABLE)), 'INGEST_FORMAT_UNKNOWN'],
    ['an empty zip', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]), 'INGEST_FORMAT_UNKNOWN'],
    ['a zip that is cut off', Buffer.from('PK\x03\x04 and no more'), 'INGEST_XLSX_BROKEN'],
    ['UTF-16', Buffer.from('\uFEFF名称,代码\n', 'utf16le'), 'INGEST_ENCODING_UNREADABLE'],
    ['a header with an open quote', '"a,b\n1,2\n', 'INGEST_HEADER_UNREADABLE'],
    ['a first line that is no object', '{"a":\n{"a":1}\n', null],
    ['lines that begin like objects and are none', '{a}\n{b}\n', 'INGEST_HEADER_UNREADABLE'],
  ])('tells what is wrong with %s', async (_, content, code) => {
    if (code === null) expect((await readAll(upload(content))).rows.map(({ fault }) => fault)).toEqual(['JSON', null]);
    else expect((await failure(openRows(upload(content)))).code).toBe(code);
  });

  it('tells a missing file, a folder and one that is no folder from each other', async () => {
    const path = file('present.csv', TABLE);
    expect(await failure(openRows(join(folder, 'absent.csv')))).toEqual({
      code: 'INGEST_FILE_MISSING',
      message: `There is no file ${join(folder, 'absent.csv')}.`,
    });
    expect((await failure(openRows(folder))).code).toBe('INGEST_FILE_IS_FOLDER');
    expect((await failure(openRows(join(path, 'below')))).message).toContain('can not be read: ENOTDIR.');
  });

  it('tells of an upload that breaks off', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Promise.resolve(Buffer.from(TABLE.repeat(20_000)));
      throw Object.assign(new Error('secret 350102'), { code: 'ECONNRESET' });
    }
    expect(await failure(readAll({ stream: broken(), name: 'upload.csv' }))).toEqual({
      code: 'INGEST_FILE_UNREADABLE',
      message: 'upload.csv can not be read: ECONNRESET.',
    });
  });

  (realFiles.length > 0 ? it : it.skip)('reads the real files exactly as csv-parse does', async () => {
    for (const name of realFiles) {
      const { source, rows } = await readAll(join(REAL_DATA, name));
      const [header, ...records] = parse(gunzipSync(readFileSync(join(REAL_DATA, name))));
      expect(source.header).toEqual(header);
      const differing = records.findIndex(
        (record, index) => record.join('\u0000') !== rows[index]?.cells.join('\u0000'),
      );
      expect([name, differing, rows.length, rows.filter(({ fault }) => fault !== null).length]).toEqual([
        name,
        -1,
        records.length,
        0,
      ]);
    }
  });
});
