import { IngestError } from '../../errors/IngestError.ts';
import { chunkRows } from './chunkRows.ts';
import { CsvRows } from './CsvRows.ts';
import { gunzipBytes } from './gunzipBytes.ts';
import { JsonlRows } from './JsonlRows.ts';
import { openFile } from './openFile.ts';
import { peekBytes } from './peekBytes.ts';
import { HEAD_SIZE, recogniseContent, type Content } from './recogniseContent.ts';
import { readXlsx } from './readXlsx.ts';
import type { RowReader } from './RowReader.ts';
import type { FileInput, OpenFile, OpenOptions, RawRow, RowSource } from './RowSource.ts';
import { othersCounter } from './othersCounter.ts';
import { TextBlocks } from './TextBlocks.ts';

/**
 * Opens a file of rows: CSV, XLSX or JSON Lines, plain or gzip, recognised by its content.
 *
 * What makes the file unusable as a whole is found before the first row is given, except a gzip that ends too early
 * or a late fault of the disk; {@link checkGzip} finds the former beforehand.
 *
 * @param input - see {@link FileInput}
 * @param options - see {@link OpenOptions}
 * @throws IngestError with the code of what is wrong
 */
export async function openRows(input: FileInput, options: OpenOptions = {}): Promise<RowSource> {
  const { file, bytes } = await openFile(input);
  try {
    return await openContent(file, bytes, options);
  } catch (error) {
    file.close();
    throw error;
  }
}

async function openContent(file: OpenFile, source: AsyncIterable<Buffer>, options: OpenOptions): Promise<RowSource> {
  const packed = await peek(file, source);
  const gzip = 'kind' in packed.content && packed.content.kind === 'GZIP';
  const { content, bytes } = gzip ? await peek(file, gunzipBytes(packed.bytes, file.name)) : packed;
  if ('unknown' in content) throw unknownFormat(file, content.unknown);
  if (content.kind === 'GZIP') throw unknownFormat(file, 'gzip in gzip');
  return content.kind === 'XLSX'
    ? openSheet(file, bytes, gzip, options)
    : openText(file, bytes, { gzip, format: content.kind, collection: options.collection });
}

async function peek(
  file: OpenFile,
  source: AsyncIterable<Buffer>,
): Promise<{ content: Content; bytes: AsyncIterable<Buffer> }> {
  const { head, bytes } = await peekBytes(source, HEAD_SIZE);
  if (head.length === 0) throw new IngestError('INGEST_FILE_EMPTY', { file: file.name });
  return { content: recogniseContent(head), bytes };
}

function unknownFormat(file: OpenFile, found: string): IngestError {
  if (found === 'UTF-16') return new IngestError('INGEST_ENCODING_UNREADABLE', { file: file.name });
  return new IngestError('INGEST_FORMAT_UNKNOWN', { file: file.name, found });
}

async function openSheet(
  file: OpenFile,
  bytes: AsyncIterable<Buffer>,
  gzip: boolean,
  options: OpenOptions,
): Promise<RowSource> {
  const { header, rows } = await readXlsx(bytes, file.name, options.sheet);
  if (header === undefined) throw new IngestError('INGEST_HEADER_MISSING', { file: file.name });
  async function* whole(): AsyncGenerator<readonly RawRow[]> {
    yield Promise.resolve(rows);
  }
  return { ...file, header, format: 'XLSX', gzip, encoding: 'UTF-8', rows: chunkRows(whole()), others: 0 };
}

/** What is known of a text file before it is read. */
interface TextKind {
  readonly gzip: boolean;
  readonly format: 'CSV' | 'JSONL';
  readonly collection: string | undefined;
}

async function openText(
  file: OpenFile,
  bytes: AsyncIterable<Buffer>,
  { gzip, format, collection }: TextKind,
): Promise<RowSource> {
  const passOver = format === 'JSONL' && collection !== undefined ? othersCounter(collection) : undefined;
  const blocks = new TextBlocks(bytes, file.name, passOver);
  const lines = new JsonlRows(collection);
  const reader = format === 'CSV' ? new CsvRows() : lines;
  const batches = readBatches(blocks, reader);
  const first = await readToHeader(batches, reader, file.name);
  async function* all(): AsyncGenerator<readonly RawRow[]> {
    try {
      yield first.rows;
      yield* batches;
    } finally {
      await batches.return(undefined);
      file.close();
    }
  }
  return {
    ...file,
    header: first.header,
    format,
    gzip,
    get encoding() {
      return blocks.encoding;
    },
    rows: chunkRows(all()),
    get others() {
      return lines.others;
    },
  };
}

async function* readBatches(
  blocks: AsyncIterable<{ text: string; damaged: boolean }>,
  reader: RowReader,
): AsyncGenerator<RawRow[]> {
  for await (const block of blocks) yield reader.read(block);
  yield reader.end();
}

/** Reads until the header is known, which it is with the first block of any usable file. */
async function readToHeader(
  batches: AsyncGenerator<RawRow[]>,
  reader: RowReader,
  file: string,
): Promise<{ header: readonly string[]; rows: RawRow[] }> {
  for (let next = await batches.next(); next.done !== true; next = await batches.next()) {
    const rows = next.value;
    if (reader.header !== undefined) return { header: reader.header, rows };
    const [faulty] = rows;
    if (faulty !== undefined) {
      throw new IngestError('INGEST_HEADER_UNREADABLE', { file, row: faulty.number, fault: faulty.fault ?? '' });
    }
  }
  throw new IngestError('INGEST_HEADER_MISSING', { file });
}
