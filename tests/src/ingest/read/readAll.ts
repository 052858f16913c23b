import { openRows } from '../../../../src/ingest/read/openRows.ts';
import type { OpenOptions, RawRow, RowSource, UploadedFile } from '../../../../src/ingest/read/RowSource.ts';

/** A file read to its end. */
export interface WholeFile {
  readonly source: RowSource;
  readonly rows: readonly RawRow[];
  readonly chunkSizes: readonly number[];
}

/** Reads all rows of a file. */
export async function readAll(input: string | UploadedFile, options?: OpenOptions): Promise<WholeFile> {
  const source = await openRows(input, options);
  const rows: RawRow[] = [];
  const chunkSizes: number[] = [];
  for await (const chunk of source.rows) {
    rows.push(...chunk);
    chunkSizes.push(chunk.length);
  }
  return { source, rows, chunkSizes };
}

/** An upload that arrives in one piece. */
export function upload(content: string | Buffer, name = 'upload'): UploadedFile {
  return { name, stream: arriving([Buffer.from(content)]) };
}

/** An upload that arrives byte by byte or in other pieces. */
export async function* arriving(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Promise.resolve(piece);
}

/** The code of the error that a promise fails with, and its message. */
export async function failure(promise: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { code: Reflect.get(error, 'code'), message: error.message };
  }
  throw new Error('It did not fail.');
}
