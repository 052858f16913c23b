import { crc32 } from 'node:zlib';
import { AppError } from '../errors/AppError.ts';

/** The place of a row in a list: its sort value and its id. */
export interface Position {
  readonly sort: string;
  readonly id: string;
}

const SUM_BYTES = 4;

/**
 * Writes an opaque cursor: the place and a checksum of it and of the list, so that a cursor that was cut off, mistyped or made by
 * another list is told from a place in this one. It is no secret and grants nothing: the page behind it is read through the
 * visibility rule like any other.
 *
 * @param position - the row's place
 * @param list - what is paged through, such as `registry.changes`
 */
export function encodeCursor({ sort, id }: Position, list: string): string {
  const place = Buffer.from(JSON.stringify([sort, id]), 'utf8');
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32BE(crc32(place, crc32(list)));
  return Buffer.concat([sum, place]).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param cursor - as a client gave it
 * @param list - what is paged through
 * @throws AppError CURSOR_INVALID where it was not made by {@link encodeCursor} for this list
 */
export function decodeCursor(cursor: string, list: string): Position {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8', SUM_BYTES));
    if (Array.isArray(place) && place.length === 2 && place.every((part) => typeof part === 'string')) {
      const [sort, id] = place as [string, string];
      // One place has one cursor: checksum, alphabet and padding are all compared at once.
      if (encodeCursor({ sort, id }, list) === cursor) return { sort, id };
    }
  } catch {
    // Not JSON: the same failure as any other foreign text.
  }
  throw new AppError('CURSOR_INVALID');
}
