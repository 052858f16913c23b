/**
 * Makes a number of a text, the same for the same text (FNV-1a, 32 bits, with a final mix so that near texts lie far apart).
 *
 * @param text - any text
 * @returns a signed 32-bit number
 */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
