import { renderMessage, type ErrorDetails } from './AppError.ts';
import { START_ERRORS, type StartErrorCode } from './startCodes.ts';

/**
 * Something outside the product keeps it from starting, and the user can mend it.
 *
 * `message` is English; the command line renders `code` and `details` in the user's language and adds the action.
 */
export class StartError extends Error {
  readonly code: StartErrorCode;
  /** Values for the braces of the message; connection strings appear as host names only. */
  readonly details: ErrorDetails;

  /**
   * @param code - a code of the start table
   * @param details - values for the template's braces
   * @param options - the underlying fault as `cause`
   */
  constructor(code: StartErrorCode, details: ErrorDetails, options?: ErrorOptions) {
    super(renderMessage(START_ERRORS[code], details, 'en'), options);
    this.name = 'StartError';
    this.code = code;
    this.details = details;
  }
}
