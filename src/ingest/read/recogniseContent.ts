/** What a file is by its first bytes: a kind that is read, or the name of one that is not. */
export type Content = { readonly kind: 'GZIP' | 'XLSX' | 'JSONL' | 'CSV' } | { readonly unknown: string };

/** Bytes that are enough to recognise any kind. */
export const HEAD_SIZE = 4096;

/** Magic numbers in hexadecimal. A zip archive is taken for XLSX here; its table of contents decides later. */
const MAGIC: readonly (readonly [string, Content])[] = [
  ['1f8b', { kind: 'GZIP' }],
  ['504b0304', { kind: 'XLSX' }],
  ['504b0506', { kind: 'XLSX' }],
  ['d0cf11e0', { unknown: 'XLS' }],
  ['25504446', { unknown: 'PDF' }],
  ['52617221', { unknown: 'RAR' }],
  ['377abcaf', { unknown: '7-Zip' }],
  ['fffe', { unknown: 'UTF-16' }],
  ['feff', { unknown: 'UTF-16' }],
];

/**
 * Recognises a file by its content; its name plays no part.
 *
 * @param head - its first bytes, up to {@link HEAD_SIZE}
 */
export function recogniseContent(head: Buffer): Content {
  const hex = head.subarray(0, 4).toString('hex');
  const found = MAGIC.find(([magic]) => hex.startsWith(magic))?.[1];
  if (found !== undefined) return found;
  if (head.includes(0)) return { unknown: 'binary data' };
  return recogniseText(
    head
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trimStart(),
  );
}

function recogniseText(text: string): Content {
  if (text.startsWith('{')) return { kind: 'JSONL' };
  if (/^\[\s*[[{\]]/.test(text)) return { unknown: 'JSON array' };
  if (/^<[!?a-z]/i.test(text)) return { unknown: 'HTML/XML' };
  return { kind: 'CSV' };
}
