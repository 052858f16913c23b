import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IngestError } from '../../errors/IngestError.ts';
import { faultCode } from './faultCode.ts';

/** Bytes unpacked at a time; zlib's own default of 16 KB costs a third of the speed. */
const CHUNK_SIZE = 256 * 1024;

/**
 * Unpacks a gzip stream, also one of several members.
 *
 * @param bytes - the packed bytes
 * @param file - the file's name, for the error
 * @throws IngestError INGEST_GZIP_BROKEN while it is walked, where the data are damaged or end too early
 */
export async function* gunzipBytes(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK_SIZE });
  // A fault of either stream reaches the loop below through `gunzip`; the callback only takes the place of an unhandled error.
  pipeline(Readable.from(bytes, { objectMode: true, highWaterMark: 1 }), gunzip, () => undefined);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    throw faultCode(error).startsWith('Z_') ? new IngestError('INGEST_GZIP_BROKEN', { file }) : error;
  }
}
