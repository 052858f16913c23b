import type { GraphQLFormattedError } from 'graphql';
import type { RawAnswer } from './DepartmentErrors.ts';
import type { HttpReply } from './postJson.ts';

/** A department answered what is no GraphQL response. */
export class RubbishError extends Error {
  /**
   * @param status - the HTTP status that came with it
   * @param reason - what is wrong; never the text itself, which may hold anything
   */
  constructor(status: number, reason: string) {
    super(`HTTP ${status}, but ${reason}`);
    this.name = 'RubbishError';
  }
}

/** What a department answered, and the codes of the enterprises that it is about, for the audit log. */
export interface ReadReply extends RawAnswer {
  readonly subjects?: readonly string[] | undefined;
}

/** As departments note them. */
const USCC = /^[0-9A-Z]{18}$/;

/**
 * Reads a GraphQL response. A response in the right form counts, whatever its status is: GraphQL over HTTP answers a
 * refused operation with 4xx and a form that says why.
 *
 * @param reply - status and text
 * @throws RubbishError when it is no JSON or has another form
 */
export function readReply({ status, text }: HttpReply): ReadReply {
  const response = parsed(status, text);
  if (!isRecord(response)) throw new RubbishError(status, 'no object');
  const { data, errors, extensions } = response;
  if (data === undefined && errors === undefined) throw new RubbishError(status, 'neither data nor errors');
  if (!isData(data)) throw new RubbishError(status, 'data of another form');
  if (!areErrors(errors)) throw new RubbishError(status, 'errors of another form');
  return { data, errors: errors ?? undefined, subjects: subjectsIn(extensions) };
}

function subjectsIn(extensions: unknown): readonly string[] | undefined {
  const subjects: unknown = isRecord(extensions) ? extensions['subjects'] : undefined;
  if (!Array.isArray(subjects)) return undefined;
  return subjects.filter((code): code is string => typeof code === 'string' && USCC.test(code));
}

function parsed(status: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RubbishError(status, 'no JSON');
  }
}

function isData(data: unknown): data is RawAnswer['data'] {
  return data === undefined || data === null || isRecord(data);
}

/** Some servers write `null` where there are none. */
function areErrors(errors: unknown): errors is readonly GraphQLFormattedError[] | undefined | null {
  return errors === undefined || errors === null || (Array.isArray(errors) && errors.every(isError));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isError(value: unknown): value is GraphQLFormattedError {
  return isRecord(value) && typeof value['message'] === 'string' && isPath(value['path']);
}

function isPath(path: unknown): boolean {
  if (path === undefined || path === null) return true;
  return Array.isArray(path) && path.every((key) => typeof key === 'string' || typeof key === 'number');
}
