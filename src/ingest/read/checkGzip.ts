import { gunzipBytes } from './gunzipBytes.ts';
import { openFile } from './openFile.ts';
import { peekBytes } from './peekBytes.ts';
import { HEAD_SIZE, recogniseContent } from './recogniseContent.ts';

/**
 * Unpacks a gzip file without keeping anything, so that a cut-off one is refused before its first rows are stored.
 *
 * @param path - any file; one that is not gzip passes unread
 * @throws IngestError INGEST_GZIP_BROKEN, or where the file can not be read
 */
export async function checkGzip(path: string): Promise<void> {
  const { file, bytes: packed } = await openFile(path);
  const { head, bytes } = await peekBytes(packed, HEAD_SIZE);
  const content = recogniseContent(head);
  if ('unknown' in content || content.kind !== 'GZIP') {
    file.close();
    return;
  }
  const unpacked = gunzipBytes(bytes, path);
  let next = await unpacked.next();
  while (next.done !== true) next = await unpacked.next();
}
