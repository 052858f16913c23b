import { GraphQLError } from 'graphql';
import { renderMessage, type ErrorDetails } from './AppError.ts';
import type { ErrorEntry } from './codes.ts';
import { INGEST_ERRORS, type IngestErrorCode } from './ingestCodes.ts';

/**
 * A file, template or source profile that can not be used as a whole.
 *
 * Like {@link AppError} it carries code and details, for the command line and the API to render in the user's language.
 * Details name files, rows, columns and profiles, never the content of a cell.
 */
export class IngestError extends GraphQLError {
  readonly code: IngestErrorCode;
  readonly details: ErrorDetails;
  readonly entry: ErrorEntry;

  /**
   * @param code - a code of the ingest table
   * @param details - values for the template's braces
   */
  constructor(code: IngestErrorCode, details: ErrorDetails) {
    const entry = INGEST_ERRORS[code];
    super(renderMessage(entry, details, 'en'), { extensions: { code, details } });
    this.name = 'IngestError';
    this.code = code;
    this.details = details;
    this.entry = entry;
  }
}
