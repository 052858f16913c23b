import { checkUscc, type Uscc, type UsccVerdict } from '../../values/uscc.ts';
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
      if (!verdict.ok) return { fault: usccFault(verdict) };
      const flags: QualityFlag[] = verdict.repaired ? ['USCC_REPAIRED', ...verdict.warnings] : [...verdict.warnings];
      return flags.length === 0 ? { value: verdict.uscc } : { value: verdict.uscc, flags };
    },
  };
}

/**
 * Names the fault of a code that can not be taken, without the value. Where letters were written for the digits that look like
 * them, the code with those digits is suggested: it holds as a code and is no citizen's number (domain section 1.6).
 *
 * @param verdict - what `checkUscc` says of the code
 */
export function usccFault({ part, suggestion }: Extract<UsccVerdict, { readonly ok: false }>): Fault {
  if (part === 'CITIZEN_ID')
    return { code: 'CITIZEN_ID', expected: '疑似身份证号，不得填入代码栏 / may be a citizen ID' };
  if (part === 'REGISTRATION_NUMBER') {
    return {
      code: 'REGISTRATION_NUMBER',
      expected: '15 位注册号，请填 18 位代码 / an old 15-digit number, give the 18-character code',
    };
  }
  if (suggestion !== undefined) {
    const expected = `统一社会信用代码有误（${part}），是否应为 ${suggestion}？/ not a valid code: ${part}; did you mean ${suggestion}?`;
    return { code: 'USCC_INVALID', expected };
  }
  return { code: 'USCC_INVALID', expected: `统一社会信用代码有误（${part}）/ not a valid code: ${part}` };
}
