import { AppError } from '../errors/AppError.ts';

/** The place of a row in a list: its sort value and its id. */
export interface Position {
  readonly sort: string;
  readonly id: string;
}

/**
 * Writes an opaque cursor.
 *
 * @param position - the row's place
 */
export function encodeCursor({ sort, id }: Position): string {
  return Buffer.from(JSON.stringify([sort, id]), 'utf8').toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param cursor - as a client gave it
 * @throws AppError CURSOR_INVALID where it was not made by {@link encodeCursor}
 */
export function decodeCursor(cursor: string): Position {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === 2 && parts.every((part) => typeof part === 'string')) {
      const [sort, id] = parts as [string, string];
      if (encodeCursor({ sort, id }) === cursor) return { sort, id };
    }
  } catch {
    // Not JSON: the same failure as any other foreign text.
  }
  throw new AppError('CURSOR_INVALID');
}
