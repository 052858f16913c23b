import { TextBlocks, type TextBlock } from '../../../../src/ingest/read/TextBlocks.ts';
import { encodeGb18030 } from './encodeGb18030.ts';
import { failure, readAll, upload } from './readAll.ts';

async function* piecesOf(content: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < content.length; from += size) yield Promise.resolve(content.subarray(from, from + size));
}

async function blocksOf(content: Buffer, size = 1000): Promise<{ blocks: TextBlock[]; encoding: string }> {
  const reader = new TextBlocks(piecesOf(content, size), 'file');
  const blocks: TextBlock[] = [];
  for await (const block of reader) blocks.push(block);
  return { blocks, encoding: reader.encoding };
}

const CHINESE = '名称,地址\n福州市某某有限公司,福建省福州市\n';
/** U+20000, which takes four bytes in GB18030. */
const FOUR_BYTES = Buffer.from([0x95, 0x32, 0x82, 0x36]);

describe('TextBlocks', () => {
  it.each([1, 7, 1000])('decodes UTF-8 that arrives %i bytes at a time', async (size) => {
    expect(await blocksOf(Buffer.from(CHINESE), size)).toEqual({
      blocks: [{ text: CHINESE, damaged: false }],
      encoding: 'UTF-8',
    });
  });

  it('decodes GB18030, characters of four bytes included', async () => {
    const content = Buffer.concat([encodeGb18030(CHINESE), FOUR_BYTES]);
    expect(await blocksOf(content, 3)).toEqual({
      blocks: [{ text: `${CHINESE}\u{20000}`, damaged: false }],
      encoding: 'GB18030',
    });
  });

  it('finds GB18030 behind more ASCII than any sample', async () => {
    const ascii = Buffer.from('1234567,abc\n'.repeat(50_000));
    const { blocks, encoding } = await blocksOf(Buffer.concat([ascii, encodeGb18030(CHINESE)]), 65_536);
    expect(encoding).toBe('GB18030');
    expect(blocks.map(({ text }) => text).join('')).toBe(ascii.toString() + CHINESE);
  });

  it('cuts blocks at line ends only', async () => {
    const content = Buffer.from(CHINESE.repeat(20_000));
    const { blocks } = await blocksOf(content, 60_000);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.every(({ text }) => text.endsWith('\n'))).toBe(true);
    expect(blocks.map(({ text }) => text).join('')).toBe(content.toString());
  });

  it('takes the byte order mark off', async () => {
    const { blocks } = await blocksOf(Buffer.from(`\uFEFF${CHINESE}`));
    expect(blocks[0]?.text).toBe(CHINESE);
  });

  it('reads line ends of old Macintosh programs', async () => {
    const { blocks } = await blocksOf(Buffer.from(CHINESE.replaceAll('\n', '\r')));
    expect(blocks[0]?.text).toBe(CHINESE);
  });

  it('sets a damaged line apart and reads the lines around it', async () => {
    const content = Buffer.concat([Buffer.from(`${CHINESE}甲`), Buffer.from([0xe7, 0x2c]), Buffer.from('乙\n丙,丁\n')]);
    expect((await blocksOf(content)).blocks).toEqual([
      { text: CHINESE, damaged: false },
      { text: '甲\uFFFD,乙\n', damaged: true },
      { text: '丙,丁\n', damaged: false },
    ]);
  });

  it('keeps to GB18030 where a line of it is damaged', async () => {
    const content = Buffer.concat([encodeGb18030(CHINESE), Buffer.from([0xff, 0x0a]), encodeGb18030('丙,丁\n')]);
    const { blocks, encoding } = await blocksOf(content);
    expect(encoding).toBe('GB18030');
    expect(blocks.map(({ damaged }) => damaged)).toEqual([false, true, false]);
    expect(blocks[2]?.text).toBe('丙,丁\n');
  });

  it('names the row of a late damaged byte in a large UTF-8 file and reads all others', async () => {
    const content = Buffer.from(`名称,地址\n${'福州,鼓楼\n'.repeat(30_000)}`);
    const at = content.lastIndexOf('鼓楼');
    content[at + 1] = 0x2e;
    const { source, rows } = await readAll(upload(content));
    expect(source.encoding).toBe('UTF-8');
    expect(rows).toHaveLength(30_000);
    expect(rows.filter(({ fault }) => fault !== null).map(({ number, fault }) => [number, fault])).toEqual([
      [30_001, 'ENCODING'],
    ]);
  });

  it('refuses a file in another encoding', async () => {
    const latin1 = Buffer.from('name,city\nM\u00fcller,\u00ff\u00ff\n'.repeat(3), 'latin1');
    expect((await failure(blocksOf(latin1))).code).toBe('INGEST_ENCODING_UNREADABLE');
  });

  it('refuses a line without an end before it fills the memory', async () => {
    const endless = Buffer.alloc(9 * 1024 * 1024, 'x');
    expect(await failure(blocksOf(endless, 1_000_000))).toEqual({
      code: 'INGEST_LINE_TOO_LONG',
      message: 'file holds a line of more than 8 MB.',
    });
  });
});
