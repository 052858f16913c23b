import { IngestError } from '../../errors/IngestError.ts';

/** Bytes handed on at a time, so that later steps work on large pieces. */
const BLOCK_SIZE = 256 * 1024;

/** Longest line in MB: what a file without line breaks may cost. */
const LINE_LIMIT = 8;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Cuts a stream of text behind line ends. In UTF-8 and GB18030 alike these bytes never stand inside a character,
 * so each block can be checked and decoded for itself.
 *
 * @param bytes - the unpacked content; line ends are LF or CR LF, or CR alone as old Macintosh programs write
 * @param file - the file's name, for the error
 * @throws IngestError INGEST_LINE_TOO_LONG
 */
export async function* wholeLines(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  let lineEnd: number | undefined;
  for await (const chunk of bytes) {
    held.push(chunk);
    size += chunk.length;
    if (size < BLOCK_SIZE) continue;
    const block = Buffer.concat(held, size);
    lineEnd ??= lineEndOf(block);
    const cut = block.lastIndexOf(lineEnd) + 1;
    if (cut === 0 && size > LINE_LIMIT * 1024 * 1024)
      throw new IngestError('INGEST_LINE_TOO_LONG', { file, limit: LINE_LIMIT });
    if (cut > 0) yield unixLines(block.subarray(0, cut), lineEnd);
    held = [block.subarray(cut)];
    size -= cut;
  }
  const rest = Buffer.concat(held, size);
  if (rest.length > 0) yield unixLines(rest, lineEnd ?? lineEndOf(rest));
}

function lineEndOf(block: Buffer): number {
  return !block.includes(LF) && block.includes(CR) ? CR : LF;
}

function unixLines(block: Buffer, lineEnd: number): Buffer {
  return lineEnd === LF ? block : (block.map((byte) => (byte === CR ? LF : byte)) as Buffer);
}
