import type { TextSpan } from './EnterpriseHit.ts';
import { syllablesOf } from '../index/syllablesOf.ts';
import { foldName } from '../names/foldName.ts';
import { alignedPlaces } from './alignName.ts';
import type { SearchText } from './SearchText.ts';

/** Ranges of one name; a schema promises the bound. */
const SPANS_MOST = 20;

/**
 * Tells which characters of a printed name are those that were typed.
 *
 * @param text - what was typed
 * @param name - as printed; what folding leaves out, such as brackets, belongs to no range
 */
export function highlightsOf(text: SearchText, name: string): readonly TextSpan[] {
  const characters: string[] = [];
  const printedAt: number[] = [];
  for (const [at, printed] of Array.from(name).entries()) {
    for (const character of foldName(printed).toLowerCase()) {
      characters.push(character);
      printedAt.push(at);
    }
  }
  const places = placesOf(text, characters);
  return spansOf([...new Set(places.map((place) => printedAt[place] ?? 0))]).slice(0, SPANS_MOST);
}

/** In one piece where it stands so, else scattered. */
function placesOf(text: SearchText, characters: readonly string[]): readonly number[] {
  const { length } = text.characters;
  for (let start = 0; start + length <= characters.length; start += 1) {
    if (text.characters.every((character, at) => characters[start + at] === character))
      return text.characters.map((_, at) => start + at);
  }
  return alignedPlaces(text, { characters, syllables: syllablesOf(characters) });
}

function spansOf(places: readonly number[]): readonly TextSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const place of places) {
    const last = spans.at(-1);
    if (last?.end === place) last.end += 1;
    else spans.push({ start: place, end: place + 1 });
  }
  return spans;
}
