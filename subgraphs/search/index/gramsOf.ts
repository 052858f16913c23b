import type { NameParts } from '../names/NameParts.ts';
import { syllablesOf } from './syllablesOf.ts';

/** A piece of a name, with how much it says that an enterprise has it, beside how rare it is. */
export interface WeightedGram {
  readonly gram: string;
  /** 0 to 1. */
  readonly weight: number;
}

/** Two neighbouring characters that nearly every name has; nothing is found by them. */
const EMPTY_PAIRS: ReadonlySet<string> = new Set('有限 限公 公司 限责 责任 任公 股份 份有'.split(' '));

const WHOLE = 1;
/** A division says little: whole cities share it. */
const OF_REGION = 0.4;
const OF_SOUND = 0.6;
const SINGLE = 0.5;

/**
 * Gives the pieces by which a name is found: each two neighbouring characters, of trade name and industry also each two neighbouring
 * syllables, so that a character may be replaced by another of the same sound, and of the trade name each single character, so that
 * every second one may be damaged.
 *
 * @param parts - of the name
 * @returns pieces, each once; none where the name is empty or says nothing
 */
export function gramsOf(parts: NameParts): readonly WeightedGram[] {
  const { folded, region, trade, industry } = parts;
  const grams = new Map<string, number>();
  const note = (gram: string, weight: number): void => {
    if (!EMPTY_PAIRS.has(gram)) grams.set(gram, Math.max(weight, grams.get(gram) ?? 0));
  };
  const core = Array.from(trade + industry);
  for (const pair of pairsOf(core)) note(pair, WHOLE);
  const regional = new Set(pairsOf(Array.from(region)));
  for (const pair of pairsOf(Array.from(folded))) note(pair, regional.has(pair) ? OF_REGION : WHOLE);
  const syllables = syllablesOf(core);
  for (const [at, syllable] of syllables.slice(1).entries()) note(`${syllables[at] ?? ''} ${syllable}`, OF_SOUND);
  for (const character of trade) note(character, SINGLE);
  return [...grams].map(([gram, weight]) => ({ gram, weight }));
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}
