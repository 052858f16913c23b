import { AppError } from '../../../src/errors/AppError.ts';
import { normaliseCode } from '../../../src/values/normaliseCode.ts';
import { foldName } from '../names/foldName.ts';
import type { NameParts } from '../names/NameParts.ts';
import { parseName } from '../names/parseName.ts';
import { typedKey } from '../index/suggestionKeys.ts';
import { syllablesOf } from '../index/syllablesOf.ts';

/** What was typed, made ready to be looked for. */
export interface SearchText {
  readonly parts: NameParts;
  /** Folded, in small letters. */
  readonly typed: string;
  /** Its characters. */
  readonly characters: readonly string[];
  /** The sound of each character. */
  readonly syllables: readonly string[];
  /** In the form of suggestion keys. */
  readonly key: string;
  /** In the form of a code; empty where it can be none. */
  readonly code: string;
  /** Whether it is letters only, and so may be pinyin. */
  readonly isLatin: boolean;
}

/** Characters that may be typed. */
const TYPED_MOST = 200;
const CODE = /^[0-9A-Z]{4,18}$/;
const LATIN = /^[A-Z]+$/;

/**
 * Makes ready what was typed.
 *
 * @param typed - as it came
 * @param argument - its name, for the error
 * @returns undefined where there is neither a letter, a digit nor a Chinese character in it
 * @throws AppError VALUE_INVALID where it is too long
 */
export function searchText(typed: string, argument: string): SearchText | undefined {
  if (typed.length > TYPED_MOST)
    throw new AppError('VALUE_INVALID', { type: argument, reason: `1-${TYPED_MOST} 个字符 / characters` });
  const folded = foldName(typed);
  if (folded === '') return undefined;
  const small = folded.toLowerCase();
  const characters = Array.from(small);
  const code = normaliseCode(typed);
  return {
    parts: parseName(folded),
    typed: small,
    characters,
    syllables: syllablesOf(characters),
    key: typedKey(folded),
    code: CODE.test(code) && /\d/.test(code) ? code : '',
    isLatin: LATIN.test(folded),
  };
}
