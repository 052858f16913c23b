import { checkRegistrationNo, legacyNumberKind } from '../../values/registrationNo.ts';
import type { Field, FieldWords, QualityFlag } from './Field.ts';
import { text } from './text.ts';

/** Longest number that is kept, by the template of 双公示. */
const LONGEST = 50;

/**
 * Declares an old registration number (工商注册号). It is kept as printed: numbers with a wrong check digit are in use, so what
 * is wrong with it is a remark (domain section 1.5).
 *
 * @param words - title, description and aliases
 */
export function registrationNo(words: FieldWords): Field<string> {
  const printed = text(words, LONGEST, { holds: 'NUMBER' });
  return {
    ...printed,
    format: '15 digits, kept as printed',
    judge(value) {
      const judged = printed.judge(value);
      if ('fault' in judged) return judged;
      const flags = [...(judged.flags ?? []), ...registrationNoFlags(judged.value)];
      return flags.length === 0 ? judged : { ...judged, flags };
    },
  };
}

/**
 * Remarks on an old registration number that does not have 15 digits, whose check digit does not hold, or that is an old tax
 * number by its own check digit.
 *
 * @param number - as printed
 */
export function registrationNoFlags(number: string): readonly QualityFlag[] {
  const verdict = checkRegistrationNo(number);
  const holds = verdict.ok && verdict.warnings.length === 0;
  return holds && legacyNumberKind(number) !== 'TAX_NO' ? [] : ['REGISTRATION_NO_CHECK'];
}
