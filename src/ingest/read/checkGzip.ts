import { gunzipBytes } from './gunzipBytes.ts';
import { openFile } from './openFile.ts';
import { peekBytes } from './peekBytes.ts';
import type { NamedFile } from './RowSource.ts';
import { HEAD_SIZE, recogniseContent } from './recogniseContent.ts';

/**
 * Unpacks a gzip file without keeping anything, so that a cut-off one is refused before its first rows are stored.
 *
 * @param input - any file of the disk; one that is not gzip passes unread
 * @throws IngestError INGEST_GZIP_BROKEN, or where the file can not be read
 */
export async function checkGzip(input: string | NamedFile): Promise<void> {
  const { file, bytes: packed } = await openFile(input);
  const { head, bytes } = await peekBytes(packed, HEAD_SIZE);
  const content = recogniseContent(head);
  if ('unknown' in content || content.kind !== 'GZIP') {
    file.close();
    return;
  }
  const unpacked = gunzipBytes(bytes, file.name);
  let next = await unpacked.next();
  while (next.done !== true) next = await unpacked.next();
}
