import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkGzip } from '../../../../src/ingest/read/checkGzip.ts';
import { fileDigest } from '../../../../src/ingest/read/fileDigest.ts';
import { failure } from './readAll.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-digest-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('fileDigest', () => {
  it.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('is the SHA-256 of the bytes on disk', async (content, digest) => {
    expect(await fileDigest(file('digest', content))).toBe(digest);
  });

  it('fails where there is no file', async () => {
    expect((await failure(fileDigest(join(folder, 'absent')))).code).toBe('INGEST_FILE_MISSING');
  });
});

describe('checkGzip', () => {
  const packed = gzipSync('a,b\n'.repeat(100_000));

  it('passes a whole gzip and anything that is none', async () => {
    await expect(checkGzip(file('whole.gz', packed))).resolves.toBeUndefined();
    await expect(checkGzip(file('plain.csv', 'a,b\n'))).resolves.toBeUndefined();
    await expect(checkGzip(file('empty.csv', ''))).resolves.toBeUndefined();
  });

  it('refuses a gzip that is cut off by a single byte, and one whose data are damaged', async () => {
    expect((await failure(checkGzip(file('cut.gz', packed.subarray(0, -1))))).code).toBe('INGEST_GZIP_BROKEN');
    const damaged = Buffer.from(packed);
    damaged.writeUInt32LE(0, damaged.length - 8);
    expect((await failure(checkGzip(file('damaged.gz', damaged)))).code).toBe('INGEST_GZIP_BROKEN');
  });
});
