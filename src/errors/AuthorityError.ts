import { GraphQLError } from 'graphql';
import { renderMessage, type ErrorDetails } from './AppError.ts';
import { AUTHORITY_ERRORS, type AuthorityErrorCode } from './authorityCodes.ts';

/** A purpose or an authorisation that is refused. Nothing that the caller wrote is in it. */
export class AuthorityError extends GraphQLError {
  readonly code: AuthorityErrorCode;

  /**
   * @param code - a code of the authority table
   * @param details - values for the template's braces
   */
  constructor(code: AuthorityErrorCode, details: ErrorDetails = {}) {
    super(renderMessage(AUTHORITY_ERRORS[code], details, 'en'), { extensions: { code, details } });
    this.name = 'AuthorityError';
    this.code = code;
  }
}
