import { isUtf8 } from 'node:buffer';
import type { FileEncoding } from './RowSource.ts';

const strictGb18030 = new TextDecoder('gb18030', { fatal: true });
const looseGb18030 = new TextDecoder('gb18030');

/**
 * Decodes bytes that hold whole characters.
 *
 * @param bytes - whole lines
 * @param encoding - what they should be
 * @returns `undefined` where some byte does not belong to a character
 */
export function decodeStrictly(bytes: Buffer, encoding: FileEncoding): string | undefined {
  // Checking first and decoding then is several times faster than a fatal, streaming TextDecoder.
  if (encoding === 'UTF-8') return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
  try {
    return strictGb18030.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Decodes bytes, putting U+FFFD where a byte belongs to no character.
 *
 * @param bytes - whole lines
 * @param encoding - what they should be
 */
export function decodeLoosely(bytes: Buffer, encoding: FileEncoding): string {
  return encoding === 'UTF-8' ? bytes.toString('utf8') : looseGb18030.decode(bytes);
}
