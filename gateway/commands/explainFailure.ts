import { ConfigError } from '../../src/config/ConfigError.ts';
import { AppError, renderMessage, type Locale } from '../../src/errors/AppError.ts';
import { IdentityError } from '../../src/errors/IdentityError.ts';
import { IngestError } from '../../src/errors/IngestError.ts';
import { messageOf } from '../../src/errors/messageOf.ts';
import { StartError } from '../../src/errors/StartError.ts';
import { START_ERRORS } from '../../src/errors/startCodes.ts';
import { CompositionError } from '../compose.ts';
import { BreakingChangeError } from '../doors/refuseBreaks.ts';

/**
 * Tells a user of the command line why a command failed: what is wrong, and what to do where a table knows.
 *
 * @param error - what the command threw
 * @param locale - the user's language; what is to be done is in English
 */
export function explainFailure(error: unknown, locale: Locale): string {
  if (error instanceof StartError) return told(START_ERRORS[error.code], error, locale);
  if (error instanceof IngestError || error instanceof IdentityError || error instanceof AppError) {
    return told(error.entry, { code: String(error.extensions['code']), details: detailsOf(error) }, locale);
  }
  if (error instanceof ConfigError || error instanceof CompositionError || error instanceof BreakingChangeError)
    return error.message;
  return messageOf(error);
}

type Told = Pick<StartError, 'details'> & { readonly code: string };

function told(
  entry: (typeof START_ERRORS)[keyof typeof START_ERRORS],
  { code, details }: Told,
  locale: Locale,
): string {
  return `${renderMessage(entry, details, locale)}\n  ${code}: ${entry.action}`;
}

function detailsOf(error: IngestError | IdentityError | AppError): StartError['details'] {
  return error.extensions['details'] as StartError['details'];
}
