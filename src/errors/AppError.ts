import { GraphQLError } from 'graphql';
import { KERNEL_ERRORS, type ErrorEntry, type KernelErrorCode } from './codes.ts';

/** Values that a message template may name; never personal data. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** The languages that messages are written in. */
export type Locale = 'en' | 'zh';

/**
 * A failure of the error table, thrown anywhere below the gateway.
 *
 * It is a GraphQLError, so code and details survive execution; the text is English until
 * the gateway renders it in the caller's language from `extensions.code` and `extensions.details`.
 */
export class AppError extends GraphQLError {
  readonly entry: ErrorEntry;

  /**
   * @param code - a code of the kernel's table
   * @param details - values for the template's braces
   */
  constructor(code: KernelErrorCode, details: ErrorDetails = {}) {
    const entry = KERNEL_ERRORS[code];
    super(renderMessage(entry, details, 'en'), { extensions: { code, details } });
    this.name = 'AppError';
    this.entry = entry;
  }
}

/**
 * Writes the message of a table entry.
 *
 * @param entry - the table's row
 * @param details - values for its braces; a brace without a value stays as it is
 * @param locale - the language
 */
export function renderMessage(entry: ErrorEntry, details: ErrorDetails, locale: Locale): string {
  return entry[locale].replace(/\{(\w+)\}/g, (brace, name: string) => String(details[name] ?? brace));
}
