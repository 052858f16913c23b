import { IngestError } from '../errors/IngestError.ts';
import { faultCode } from './read/faultCode.ts';

/**
 * Tells why a new file can not be written; one that is there may hold somebody's work and is never overwritten.
 *
 * @param file - as the user named it
 * @param error - what opening it with the flag `wx` failed with
 */
export function unwritable(file: string, error: unknown): IngestError {
  const reason = faultCode(error);
  if (reason === 'EEXIST') return new IngestError('INGEST_TARGET_EXISTS', { file });
  return new IngestError('INGEST_TARGET_UNWRITABLE', { file, reason });
}
