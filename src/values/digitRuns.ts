/**
 * Digits that NFKC takes for the ten: of either width, mathematical, segmented, raised, lowered and circled ones.
 */
const DIGIT =
  '[0-9\\uFF10-\\uFF19\\u{1D7CE}-\\u{1D7FF}\\u{1FBF0}-\\u{1FBF9}\\u00B2\\u00B3\\u00B9\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2460-\\u2468\\u24EA]';
/** Letters among which NFKC finds an X: both widths, the Roman ten, the mathematical alphabets. */
const LETTER = '[Xx\\uFF38\\uFF58\\u2169\\u2179\\u{1D400}-\\u{1D6A3}]';
/**
 * What people put between the digits of one number: blanks and dashes of every kind, full stops, middle dots, strokes, underlines,
 * asterisks, and what nobody sees. Four asterisks are what a mask leaves behind; they end a run.
 */
const BETWEEN =
  '(?:(?!\\*{4})[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u20E3\\u2800\\p{Pd}\\u2212._/*\\u00B7\\u2022\\u2027\\u2219\\u22C5\\u30FB\\uFF0A\\uFF0E\\uFF0F\\uFF3F])*';
/**
 * What every run passes and few texts do, in code units, which are compared far faster: eleven units that may be a digit's, and
 * neither letters nor characters between them.
 */
const UNIT = '0-9\\u00B2\\u00B3\\u00B9\\u2070-\\u2089\\u2460-\\u2468\\u24EA\\uDFCE-\\uDFFF\\uFF10-\\uFF19';
const HINT = new RegExp(`[${UNIT}](?:[^${UNIT}A-Za-z\\u4E00-\\u9FFF]*[${UNIT}]){10}`);
/** At least eleven digits. */
const RUN = new RegExp(`${DIGIT}(?:${BETWEEN}${DIGIT}){10,}(?:${BETWEEN}${LETTER})?`, 'gu');
/** Credit codes and registration numbers: most runs of real files. */
const PLAIN = /^[0-9]+X?$/;
const SYMBOL = /^[0-9X]$/;
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u20E3]/u;

/** Digits of a text that may be one number, with what stands between them. */
export interface DigitRun {
  /**
   * The digits, a last X among them, brought to ASCII. Between two groups of them stands one sign for all that separated them: `*` for
   * an asterisk or the end of a line, else `/`, else `.`, else `-` for dashes, blanks and the rest. What nobody sees separates nothing.
   */
  readonly folded: string;
  /** Tells where in the text a character of `folded` begins, and the place after it. */
  readonly placeOf: (at: number) => { readonly start: number; readonly end: number };
}

/**
 * Finds whatever may be a long number in free text, however it is grouped and whichever digits it is written with.
 *
 * @param text - any text
 * @returns the runs of at least eleven digits, in order
 */
export function digitRunsIn(text: string): readonly DigitRun[] {
  if (!HINT.test(text)) return [];
  return Array.from(text.matchAll(RUN), ({ 0: run, index }) => folded(run, index));
}

function folded(run: string, offset: number): DigitRun {
  if (PLAIN.test(run)) return { folded: run, placeOf: (at) => ({ start: offset + at, end: offset + at + 1 }) };
  let folding = '';
  let gap = '';
  let at = offset;
  const places: { start: number; end: number }[] = [];
  for (const character of run) {
    const start = at;
    at += character.length;
    const symbol = character.normalize('NFKC').toUpperCase();
    if (!SYMBOL.test(symbol)) {
      if (!UNSEEN.test(character)) gap += symbol;
      continue;
    }
    if (gap !== '') {
      folding += signOf(gap);
      places.push({ start: start - 1, end: start });
      gap = '';
    }
    folding += symbol;
    places.push({ start, end: at });
  }
  return { folded: folding, placeOf: (place) => places[place] ?? { start: at, end: at } };
}

function signOf(gap: string): string {
  if (/[*\n\r]/.test(gap)) return '*';
  if (gap.includes('/')) return '/';
  return gap.includes('.') ? '.' : '-';
}
