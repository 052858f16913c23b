import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { readableText } from '../../../gateway/transport/readableText.ts';

const TEXT = '{"data":{"a":"税"}}';
const bytes = Buffer.from(TEXT);
const headers = (coding: string): readonly Buffer[] =>
  ['Content-Type', 'application/json', 'Content-Encoding', coding].map((text) => Buffer.from(text));

describe('the body of an answer', () => {
  it.each([
    ['as it stands', bytes, ''],
    ['behind a byte order mark', Buffer.from(`\uFEFF${TEXT}`), 'identity'],
    ['compressed by gzip', gzipSync(bytes), 'gzip'],
    ['compressed by brotli', brotliCompressSync(bytes), 'BR'],
    ['compressed by deflate', deflateSync(bytes), 'deflate'],
  ])('is read %s', (_, body, coding) => {
    expect(readableText(body, headers(coding))).toBe(TEXT);
  });

  it.each([
    ['Chinese', `{"a":"${'统一社会信用代码'.repeat(200)}"}`],
    ['characters of two units', `{"a":"${'𠮷😀'.repeat(300)}é"}`],
    ['ASCII', `{"a":"${'tax'.repeat(500)}"}`],
  ])('is read where it is long and holds %s', (_, text) => {
    expect(readableText(Buffer.from(text), [])).toBe(text);
  });

  it('is read as far as it goes where some of its bytes are no text', () => {
    const long = Buffer.from(`{"a":"${'税'.repeat(1_000)}"}`);
    const broken = Buffer.from(long.with(100, 0xff));
    expect(readableText(broken, [])).toBe(broken.toString('utf8'));
    expect(readableText(broken, [])).toContain('\uFFFD');
  });

  it('is left to be refused where it is not what its header says', () => {
    expect(readableText(Buffer.from('<html>'), headers('gzip'))).toBe('<html>');
    expect(readableText(Buffer.alloc(0), [])).toBe('');
  });
});
