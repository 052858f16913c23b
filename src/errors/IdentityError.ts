import { GraphQLError } from 'graphql';
import { renderMessage } from './AppError.ts';
import type { ErrorEntry } from './codes.ts';
import { IDENTITY_ERRORS, type IdentityErrorCode } from './identityCodes.ts';

/** Credentials that are refused. Nothing of them is in it. */
export class IdentityError extends GraphQLError {
  readonly code: IdentityErrorCode;
  readonly entry: ErrorEntry;

  /**
   * @param code - a code of the identity table
   * @param cause - the fault underneath, for the log only
   */
  constructor(code: IdentityErrorCode, cause?: unknown) {
    const entry = IDENTITY_ERRORS[code];
    super(renderMessage(entry, {}, 'en'), {
      originalError: cause instanceof Error ? cause : undefined,
      extensions: { code, details: {} },
    });
    this.name = 'IdentityError';
    this.code = code;
    this.entry = entry;
  }
}
