import fc from 'fast-check';
import { decodeCursor, encodeCursor } from '../../../src/data/cursor.ts';
import { AppError } from '../../../src/errors/AppError.ts';

const LIST = 'registry.changes';

const position = fc.record({ sort: fc.string({ unit: 'binary' }), id: fc.string({ unit: 'binary' }) });
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function codeOf(cursor: string): string | undefined {
  try {
    decodeCursor(cursor, LIST);
    return undefined;
  } catch (error) {
    return error instanceof AppError ? String(error.extensions['code']) : String(error);
  }
}

describe('a cursor', () => {
  it('leads back to the place that it was made of, whatever text that holds', () => {
    fc.assert(
      fc.property(position, (place) => {
        expect(decodeCursor(encodeCursor(place, LIST), LIST)).toEqual(place);
      }),
      { numRuns: 1000 },
    );
  });

  it('differs from the cursor of every other place and can stand in an address', () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        const isSame = one.sort === other.sort && one.id === other.id;
        expect(encodeCursor(one, LIST) === encodeCursor(other, LIST)).toBe(isSame);
        expect(encodeCursor(one, LIST)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it('does not show the place that it stands for', () => {
    const cursor = encodeCursor({ sort: '2026-04-01', id: 'nLXkG9Vh3QmWcZ0bYtR1sA2d' }, LIST);
    expect(cursor).not.toContain('2026-04-01');
    expect(cursor).not.toContain('nLXkG9Vh3QmWcZ0bYtR1sA2d');
  });

  it('is refused with any single character changed, left out or put in', () => {
    const cursor = encodeCursor({ sort: '2026-04-01', id: 'nLXkG9Vh3QmWcZ0bYtR1sA2d' }, LIST);
    const wrong = Array.from(cursor).flatMap((own, at) => [
      cursor.slice(0, at) + cursor.slice(at + 1),
      ...Array.from(ALPHABET).flatMap((other) => [
        cursor.slice(0, at) + other + cursor.slice(at),
        ...(other === own ? [] : [cursor.slice(0, at) + other + cursor.slice(at + 1)]),
      ]),
    ]);
    expect(wrong.filter((text) => codeOf(text) !== 'CURSOR_INVALID')).toEqual([]);
    expect(wrong.length).toBeGreaterThan(6000);
  });

  it('is refused when it was cut off, padded, or changed in letter case', () => {
    fc.assert(
      fc.property(position, fc.nat(), (place, cut) => {
        const cursor = encodeCursor(place, LIST);
        expect(codeOf(cursor.slice(0, cut % cursor.length))).toBe('CURSOR_INVALID');
        for (const text of [`${cursor}=`, ` ${cursor}`, `${cursor}\n`, cursor.toLowerCase(), cursor.toUpperCase()]) {
          if (text !== cursor) expect(codeOf(text)).toBe('CURSOR_INVALID');
        }
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['foreign text', '第二页'],
    ['a place without a checksum', Buffer.from('["2026-04-01","a"]').toString('base64url')],
    ['an operator in place of a value', Buffer.from('0000[{"$gt":""},"a"]').toString('base64url')],
    ['three parts', Buffer.from('0000["a","b","c"]').toString('base64url')],
    ['something huge', 'A'.repeat(100_000)],
  ])('is not %s', (_what, text) => {
    expect(codeOf(text)).toBe('CURSOR_INVALID');
  });

  it('is not any text that nobody made', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), (text) => {
        expect(codeOf(text)).toBe('CURSOR_INVALID');
      }),
      { numRuns: 1000 },
    );
  });

  it('are refused by another list', () => {
    const cursor = encodeCursor({ sort: '2026-04-01', id: 'nLXkG9Vh3QmWcZ0bYtR1sA2d' }, 'disclosure.penalties');
    expect(() => decodeCursor(cursor, 'disclosure.permits')).toThrow(AppError);
  });
});
