import type { GraphQLFormattedError } from 'graphql';
import type { ErrorTable } from '../errors/formatError.ts';

/** The head of a reply; Apollo Server takes an absent status as 200. */
interface ReplyHead {
  status?: number;
}

/** What the status follows from. */
interface ReplyOutcome {
  readonly errors: readonly GraphQLFormattedError[];
  /** Whether the operation was executed at all. */
  readonly hasData: boolean;
  /** The caller's `accept` header. */
  readonly accept: string | undefined;
}

const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** Requests that are no operation at all; they are refused with 4xx whatever the caller accepts. */
const UNREADABLE = new Set(['BAD_REQUEST', 'METHOD_NOT_ALLOWED']);

/**
 * Sets the HTTP status of a reply with errors.
 *
 * An operation that was executed is 200, also where fields are missing. One that was refused before has the status of
 * its first error's row, except for callers that do not accept `application/graphql-response+json`: GraphQL over HTTP,
 * section 6.4.1, wants 200 for them as long as the request was a well-formed one.
 *
 * @param head - the reply's head, changed in place
 * @param outcome - what became of the operation
 * @param table - the rows of all error tables
 */
export function settleStatus(head: ReplyHead, { errors, hasData, accept }: ReplyOutcome, table: ErrorTable): void {
  const code = errors[0]?.extensions?.['code'];
  if (hasData || typeof code !== 'string') return;
  const status = table[code]?.http ?? 500;
  head.status = status === 400 && !UNREADABLE.has(code) && !isModern(accept) ? 200 : status;
}

function isModern(accept = ''): boolean {
  return accept.includes(GRAPHQL_RESPONSE);
}
