import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { IngestError } from '../../errors/IngestError.ts';
import { faultCode } from './faultCode.ts';
import type { FileInput, OpenFile, UploadedFile } from './RowSource.ts';

/** Bytes read from the disk at a time. */
const READ_SIZE = 256 * 1024;

/** A file and its bytes as they lie on the disk. */
export interface OpenedFile {
  readonly file: OpenFile;
  readonly bytes: AsyncIterable<Buffer>;
}

/**
 * Opens a file of the disk or takes over an upload.
 *
 * @param input - see {@link FileInput}
 * @throws IngestError where there is no such file, it is a folder, or it may not be read
 */
export async function openFile(input: FileInput): Promise<OpenedFile> {
  if (typeof input === 'string') return openPath(input, input);
  return 'path' in input ? openPath(input.path, input.name) : openUpload(input);
}

async function openPath(path: string, name: string): Promise<OpenedFile> {
  const handle = await open(path).catch((error: unknown) => {
    throw refusal(name, error);
  });
  const stat = await handle.stat();
  if (stat.isDirectory()) {
    await handle.close();
    throw new IngestError('INGEST_FILE_IS_FOLDER', { file: name });
  }
  const stream = handle.createReadStream({ highWaterMark: READ_SIZE });
  return counted(name, stat.size, stream, () => {
    stream.destroy();
  });
}

function openUpload({ name, size = 0, stream }: UploadedFile): OpenedFile {
  return counted(name, size, stream, () => {
    if (stream instanceof Readable) stream.destroy();
  });
}

function counted(name: string, bytesTotal: number, source: AsyncIterable<Uint8Array>, close: () => void): OpenedFile {
  let consumed = 0;
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of source) {
        consumed += chunk.length;
        yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      }
    } catch (error) {
      throw refusal(name, error);
    }
  }
  return { file: { name, bytesTotal, bytesRead: () => consumed, close }, bytes: bytes() };
}

function refusal(file: string, error: unknown): IngestError {
  const reason = faultCode(error);
  if (reason === 'ENOENT') return new IngestError('INGEST_FILE_MISSING', { file });
  return new IngestError('INGEST_FILE_UNREADABLE', { file, reason });
}
