import { createRequire } from 'node:module';

/** How much of a name is looked at; no registered name is longer (domain section 2.2). */
export const FOLDED_LENGTH = 200;

/** All that is neither a letter, a digit nor a Chinese character: brackets, dots, blanks, control characters, emoji. */
const UNSPOKEN = /[^\p{L}\p{N}〇]/gu;
/** Names that folding leaves alone but for traditional characters. */
const HAN = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud88d][\udc00-\udfff]/gu;

/** Names of Chinese characters, capitals and digits alone, as nearly all are: only their traditional characters change. */
const PLAIN = /^[\u4e00-\u9fffA-Z0-9]*$/;

const simplified = new Map<string, string>();
/** Made at the first name that needs it: its dictionary is read then. */
let converter: ((text: string) => string) | undefined;

/**
 * Brings a name into the form in which names are searched and compared by likeness.
 *
 * Width is unified (NFKC), traditional characters become simplified ones, Latin letters capitals; brackets, punctuation
 * and blanks go. Each character is simplified by itself and not in its phrase, so that two spellings of one name fold alike
 * whatever stands beside them. Applying it twice changes nothing.
 *
 * @param raw - the name as it was typed or printed; only the first {@link FOLDED_LENGTH} characters are considered
 * @returns letters, digits and Chinese characters only; empty where there are none
 */
export function foldName(raw: string): string {
  if (PLAIN.test(raw)) return simplifyAll(raw.slice(0, FOLDED_LENGTH));
  return raw
    .slice(0, FOLDED_LENGTH)
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(UNSPOKEN, '')
    .replace(HAN, simplify)
    .slice(0, FOLDED_LENGTH);
}

function simplifyAll(text: string): string {
  let result = '';
  for (const character of text) result += simplify(character);
  // One character may become several.
  return result.slice(0, FOLDED_LENGTH);
}

/** Simplified characters are remembered: there are some ten thousand, and a conversion costs more than a look-up. */
function simplify(character: string): string {
  const known = simplified.get(character);
  if (known !== undefined) return known;
  const convert = (converter ??= makeConverter());
  const result = convert(character);
  simplified.set(character, result);
  return result;
}

/** The types that the package ships do not resolve, so that its one function is described here. */
function makeConverter(): (text: string) => string {
  const { Converter } = createRequire(import.meta.url)('opencc-js/t2cn') as {
    readonly Converter: (locales: { from: 't'; to: 'cn' }) => (text: string) => string;
  };
  return Converter({ from: 't', to: 'cn' });
}
