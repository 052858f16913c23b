import { IngestError } from '../../errors/IngestError.ts';
import { gunzipBytes } from './gunzipBytes.ts';
import { collectionOfLine } from './JsonlRows.ts';
import { openFile } from './openFile.ts';
import { peekBytes } from './peekBytes.ts';
import { HEAD_SIZE, recogniseContent } from './recogniseContent.ts';
import { TextBlocks } from './TextBlocks.ts';

/**
 * Lists the collections that the rows of a file name, as `sample --out` writes them: JSON Lines, plain or gzip.
 *
 * @param path - the file, which is read to its end
 * @returns names such as `registry.changes`, in the order in which they come first
 * @throws IngestError INGEST_COLLECTION_UNNAMED where a row names none, or what makes the file unusable
 */
export async function collectionsInFile(path: string): Promise<readonly string[]> {
  const { file, bytes: packed } = await openFile(path);
  try {
    const { head, bytes } = await peekBytes(packed, HEAD_SIZE);
    const content = recogniseContent(head);
    const isGzip = 'kind' in content && content.kind === 'GZIP';
    const names = new Set<string>();
    let row = 0;
    for await (const { text } of new TextBlocks(isGzip ? gunzipBytes(bytes, path) : bytes, path)) {
      for (const line of text.replace(/\n$/, '').split('\n')) {
        row += 1;
        if (line.trim() === '') continue;
        const name = collectionOfLine(line);
        if (name === undefined) throw new IngestError('INGEST_COLLECTION_UNNAMED', { file: path, row });
        names.add(name);
      }
    }
    return [...names];
  } finally {
    file.close();
  }
}
