import { fromBufferPromise } from 'yauzl';
import { IngestError } from '../../errors/IngestError.ts';

/** Most MB that the unpacked parts of a workbook may say they have: guards against archives made to blow up. */
const UNPACKED_LIMIT = 1024;

/**
 * Checks by its table of contents that a zip archive is a workbook that can be read in memory.
 *
 * @param zip - the archive
 * @param file - its name, for errors
 * @throws IngestError where it is damaged, no workbook, a binary one, or too large
 */
export async function checkWorkbook(zip: Buffer, file: string): Promise<void> {
  const parts = await sizesOf(zip, file);
  if (parts.has('xl/workbook.bin')) throw new IngestError('INGEST_FORMAT_UNKNOWN', { file, found: 'XLSB' });
  if (!parts.has('xl/workbook.xml')) throw new IngestError('INGEST_FORMAT_UNKNOWN', { file, found: 'ZIP' });
  const unpacked = [...parts.values()].reduce((sum, size) => sum + size, 0);
  if (unpacked > UNPACKED_LIMIT * 1024 * 1024) {
    throw new IngestError('INGEST_XLSX_TOO_LARGE', { file, limit: UNPACKED_LIMIT, part: 'unpacked' });
  }
}

async function sizesOf(zip: Buffer, file: string): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  try {
    const archive = await fromBufferPromise(zip);
    for await (const entry of archive.eachEntry()) sizes.set(entry.fileName, entry.uncompressedSize);
  } catch {
    throw new IngestError('INGEST_XLSX_BROKEN', { file });
  }
  return sizes;
}
