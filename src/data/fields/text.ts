import { holdsMask, maskCitizenIds, maskFreeText } from '../../values/masks.ts';
import { visibleText } from '../../values/visibleText.ts';
import type { Field, FieldWords, Judgement, Personal } from './Field.ts';

/** What is known of a text beside its words. */
export interface TextOptions {
  readonly required?: boolean;
  /** Whether it names a person, or is a person's. */
  readonly personal?: Personal;
  /** Whether it may name people who are shown where it stands; see {@link Field}. */
  readonly namesPeople?: boolean;
  /**
   * `NUMBER`: what is meant is a number, of a paper, a case, a licence, or a telephone that law makes public. Eleven digits
   * that could be a mobile number stay as they are then.
   */
  readonly holds?: 'NUMBER';
}

/**
 * Declares free text. Characters that nobody sees are taken out; citizens' numbers and mobile numbers inside it are masked
 * before it is stored, and the row is flagged (domain section 16).
 *
 * Bank accounts are not sought: no field holds one, and in free text nothing tells one from the number of a licence.
 *
 * @param words - title, description and aliases
 * @param max - longest text in characters, by the collecting standard
 * @param options - see {@link TextOptions}
 */
export function text(words: FieldWords, max: number, options: TextOptions = {}): Field<string> {
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: `text, at most ${max} characters`,
    ...(options.personal === undefined ? {} : { personal: options.personal }),
    ...(options.namesPeople === true && { namesPeople: true }),
    judge(value) {
      const given = visibleText(String(value));
      if (given.length > max) {
        return { fault: { code: 'TEXT_TOO_LONG', expected: `最多 ${max} 个字符 / at most ${max} characters` } };
      }
      return withoutPersonalData(given, options);
    },
  };
}

/**
 * Declares a short list of texts, given as an array or separated by `;` or `；`; each is masked as {@link text} is.
 *
 * @param words - title, description and aliases
 * @param max - longest text in characters
 */
export function texts(words: FieldWords, max: number): Field<readonly string[]> {
  return {
    aliases: [],
    ...words,
    required: false,
    format: `texts separated by ;, at most ${max} characters each`,
    judge(value) {
      const parts: readonly unknown[] = Array.isArray(value) ? value : String(value).split(/[;；]/u);
      const given = parts.map((part) => visibleText(String(part))).filter((part) => part !== '');
      if (given.some((part) => part.length > max)) {
        return {
          fault: { code: 'TEXT_TOO_LONG', expected: `每项最多 ${max} 个字符 / at most ${max} characters each` },
        };
      }
      const masked = given.map((part) => withoutPersonalData(part, {}));
      const flags = masked.find((part) => part.flags !== undefined)?.flags;
      return { value: masked.map((part) => part.value), ...(flags === undefined ? {} : { flags }) };
    },
  };
}

/** Text that was masked before is flagged again, so that a correction of something else does not lose the flag. */
function withoutPersonalData(
  given: string,
  { personal, holds }: TextOptions,
): Extract<Judgement<string>, { readonly value: string }> {
  if (personal === 'ID_NUMBER') return { value: given };
  const mask = personal === 'PHONE' || holds === 'NUMBER' ? maskCitizenIds : maskFreeText;
  const value = mask(given);
  return value !== given || holdsMask(value) ? { value, flags: ['PERSONAL_DATA_MASKED'] } : { value };
}
