import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { collectionsInFile } from '../../../../src/ingest/read/collectionsInFile.ts';
import { temporaryFolder } from '../../../kit/temporaryFolder.ts';
import { failure } from './readAll.ts';

const LINES = [
  '{"collection":"registry.changes","a":1}',
  '',
  '{"collection":"tax.returns"}',
  '{"collection":"registry.changes"}',
];

describe('the collections that a file names', () => {
  const folder = temporaryFolder();
  const file = (content: string | Uint8Array): string => {
    const path = join(folder, 'city.jsonl');
    writeFileSync(path, content);
    return path;
  };

  it.each([
    ['plain', Buffer.from(`${LINES.join('\n')}\n`)],
    ['packed', gzipSync(LINES.join('\n'))],
  ])('are listed once each, in their order (%s)', async (_, content) => {
    expect(await collectionsInFile(file(content))).toEqual(['registry.changes', 'tax.returns']);
  });

  it('are not guessed: a row that names none is refused with its number', async () => {
    const { code, message } = await failure(collectionsInFile(file(`${LINES.join('\n')}\n{"a":1}\n`)));
    expect([code, message]).toEqual(['INGEST_COLLECTION_UNNAMED', expect.stringContaining('Row 5 ')]);
  });
});
