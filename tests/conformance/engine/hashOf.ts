/**
 * A number that looks random and is always the same for the same words: by it all subgraphs agree on shared values.
 *
 * FNV-1a over the characters, then the finish of MurmurHash3, so that the low bits are fit for a remainder.
 *
 * @param words - what the number is of
 * @returns a whole number below 2^31
 */
export function hashOf(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  const text = words.join('|');
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 1;
}
