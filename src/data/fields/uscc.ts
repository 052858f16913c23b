import { checkUscc, type Uscc } from '../../values/uscc.ts';
import type { Fault, Field, FieldWords, QualityFlag } from './Field.ts';

/**
 * Declares a unified social credit code (GB 32100-2015) that is not the fact's own subject, or the key of the registry.
 *
 * @param words - title, description and aliases
 * @param options - whether it must be given
 */
export function uscc(words: FieldWords, options: { readonly required?: boolean } = {}): Field<Uscc> {
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: '18 characters by GB 32100-2015',
    judge(value) {
      const verdict = checkUscc(String(value));
      if (!verdict.ok) return { fault: usccFault(verdict.part) };
      const flags: QualityFlag[] = verdict.repaired ? ['USCC_REPAIRED', ...verdict.warnings] : [...verdict.warnings];
      return flags.length === 0 ? { value: verdict.uscc } : { value: verdict.uscc, flags };
    },
  };
}

/**
 * Names the fault of a code that can not be taken, without the value.
 *
 * @param part - the part that is wrong, as `checkUscc` names it
 */
export function usccFault(part: string): Fault {
  if (part === 'CITIZEN_ID')
    return { code: 'CITIZEN_ID', expected: '疑似身份证号，不得填入代码栏 / may be a citizen ID' };
  if (part === 'REGISTRATION_NUMBER') {
    return {
      code: 'REGISTRATION_NUMBER',
      expected: '15 位注册号，请填 18 位代码 / an old 15-digit number, give the 18-character code',
    };
  }
  return { code: 'USCC_INVALID', expected: `统一社会信用代码有误（${part}）/ not a valid code: ${part}` };
}
