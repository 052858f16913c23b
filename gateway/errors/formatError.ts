import type { GraphQLFormattedError } from 'graphql';
import { renderMessage, type ErrorDetails } from '../../src/errors/AppError.ts';
import type { ErrorEntry } from '../../src/errors/codes.ts';
import { wordDetails } from '../../src/errors/wordDetails.ts';
import type { RequestContext } from '../../src/subgraph/context.ts';
import { maskFreeText } from '../../src/values/masks.ts';
import { maskValues } from './maskValues.ts';
import { variablePlace } from './variablePlace.ts';

/** The rows of all error tables by code. */
export type ErrorTable = Readonly<Record<string, ErrorEntry>>;

/** What tells failures apart. */
type Failure = Pick<GraphQLFormattedError, 'message' | 'extensions'>;

/** What a failure is called after it has been looked up: its row, the row's code and the values for its template. */
interface KnownFailure {
  readonly code: string;
  readonly entry: ErrorEntry;
  readonly details: ErrorDetails;
}

/** Codes whose text is what graphql-js found wrong in the caller's document. */
const PROBLEM_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

/** Limits of graphql-js and Apollo Server, whose messages do not say how much there may be. */
const LIBRARY_LIMITS: readonly (readonly [string, string])[] = [
  ['Maximum introspection depth exceeded', ': lists of fields or types may stand within each other 2 levels deep'],
  ['recursively requests too many selections.', ' With all fragments written out there may be 10000000.'],
];

/** Apollo Server calls all of these `BAD_REQUEST`; only its messages tell them apart. */
const BAD_REQUESTS: readonly (readonly [string, string])[] = [
  ['This operation has been blocked as a potential Cross-Site Request Forgery', 'CSRF_BLOCKED'],
  ['GET requests only support query operations', 'METHOD_NOT_ALLOWED'],
  ['GET requests may not have a content-type', 'MEDIA_TYPE_UNSUPPORTED'],
  ["An 'accept' header was provided", 'NOT_ACCEPTABLE'],
];

/** Extensions that callers see beside `code`; whatever else a library or a department attached stays inside. */
const PUBLIC_EXTENSIONS = ['service', 'owner', 'since'] as const;

const MASKED = 'INTERNAL_SERVER_ERROR';

/** Says where among the variables a refused value stands. */
const PLACE = {
  en: (variable: string | number) => ` (variable ${variable})`,
  zh: (variable: string | number) => `（变量 ${variable}）`,
} as const;

/**
 * Writes a failure as the caller reads it: a code of the tables, a message in the caller's language and nothing else.
 *
 * This is the only place where failures get their words. A failure that no table knows becomes
 * `INTERNAL_SERVER_ERROR` with the request id to quote; stacks, causes and values of the caller's never pass.
 *
 * @param error - the failure as Apollo Server or graphql-js serialised it
 * @param request - the caller's language and the request's id
 * @param table - the rows of all error tables
 */
export function formatError(
  error: GraphQLFormattedError,
  request: Pick<RequestContext, 'locale' | 'requestId'>,
  table: ErrorTable,
): GraphQLFormattedError {
  const extensions = error.extensions ?? {};
  const { code, entry, details } = knownFailure(error, request.requestId, table);
  const isMasked = code === MASKED;
  const shown = Object.fromEntries(
    PUBLIC_EXTENSIONS.flatMap((name) => (typeof extensions[name] === 'string' ? [[name, extensions[name]]] : [])),
  );
  const message = renderMessage(entry, { ...shown, ...wordDetails(details, request.locale) }, request.locale);
  return {
    message: details['variable'] === undefined ? message : `${message}${PLACE[request.locale](details['variable'])}`,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: {
      code,
      ...shown,
      ...(isMasked && { requestId: request.requestId }),
      ...(entry.retryable && { retryable: true }),
      ...(!isMasked && !PROBLEM_CODES.has(code) && Object.keys(details).length > 0 && { details }),
    },
  };
}

/**
 * Tells whether callers are shown a failure as it is; one that is not known is masked, and belongs in the log.
 *
 * @param error - the failure
 * @param table - the rows of all error tables
 */
export function isKnown(error: Failure, table: ErrorTable): boolean {
  const code = codeOf(error);
  return code !== MASKED && Object.hasOwn(table, code);
}

function knownFailure(error: GraphQLFormattedError, requestId: string, table: ErrorTable): KnownFailure {
  const code = codeOf(error);
  const entry = isKnown(error, table) ? table[code] : undefined;
  if (!entry) return { code: MASKED, entry: maskedEntry(table), details: { requestId } };
  if (PROBLEM_CODES.has(code))
    return { code, entry, details: { problem: `${maskValues(error.message)}${limitOf(error.message)}` } };
  const variable = variablePlace(error.message);
  return { code, entry, details: { ...detailsOf(error), ...(variable === undefined ? {} : { variable }) } };
}

/** A row that is thrown while a value is read keeps its own code in `rowCode`, since Apollo Server overwrites `code`. */
function codeOf({ message, extensions }: Failure): string {
  const code = extensions?.['rowCode'] ?? extensions?.['code'];
  if (code === 'BAD_REQUEST') return BAD_REQUESTS.find(([start]) => message.startsWith(start))?.[1] ?? code;
  return typeof code === 'string' ? code : MASKED;
}

function limitOf(message: string): string {
  return LIBRARY_LIMITS.find(([end]) => message.endsWith(end))?.[1] ?? '';
}

function detailsOf({ extensions }: GraphQLFormattedError): ErrorDetails {
  const details: unknown = extensions?.['details'];
  if (typeof details !== 'object' || details === null) return {};
  // A name that a caller gave, of a file or a collection, may hold a person's number.
  return Object.fromEntries(
    Object.entries(details as Readonly<Record<string, unknown>>).flatMap(
      ([name, value]): [string, string | number][] => {
        if (typeof value === 'string') return [[name, maskFreeText(value)]];
        return typeof value === 'number' ? [[name, value]] : [];
      },
    ),
  );
}

function maskedEntry(table: ErrorTable): ErrorEntry {
  const entry = table[MASKED];
  if (!entry) throw new Error(`The error tables have no ${MASKED}`);
  return entry;
}
