import { containsCitizenId } from '../../values/citizenId.ts';
import { maskFreeText } from '../../values/masks.ts';
import type { Field, FieldWords, Personal } from './Field.ts';

/**
 * Declares free text. A citizen's number inside it is masked before it is stored, and the row is flagged.
 *
 * @param words - title, description and aliases
 * @param max - longest text in characters, by the collecting standard
 * @param options - whether it must be given, and whether it names a person
 */
export function text(
  words: FieldWords,
  max: number,
  options: { readonly required?: boolean; readonly personal?: Personal } = {},
): Field<string> {
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: `text, at most ${max} characters`,
    ...(options.personal === undefined ? {} : { personal: options.personal }),
    judge(value) {
      const trimmed = String(value).trim();
      if (trimmed.length > max) {
        return { fault: { code: 'TEXT_TOO_LONG', expected: `最多 ${max} 个字符 / at most ${max} characters` } };
      }
      if (options.personal !== 'ID_NUMBER' && containsCitizenId(trimmed)) {
        return { value: maskFreeText(trimmed), flag: 'PERSONAL_DATA_MASKED' };
      }
      return { value: trimmed };
    },
  };
}

/**
 * Declares a short list of texts, given as an array or separated by `;` or `；`.
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
      const trimmed = parts.map((part) => String(part).trim()).filter((part) => part !== '');
      return trimmed.some((part) => part.length > max)
        ? { fault: { code: 'TEXT_TOO_LONG', expected: `每项最多 ${max} 个字符 / at most ${max} characters each` } }
        : { value: trimmed };
    },
  };
}
