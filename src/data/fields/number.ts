import { Decimal128 } from 'mongodb';
import { parseMoney, type MoneyUnit } from '../../values/money.ts';
import { plainDecimal } from '../../values/plainDecimal.ts';
import type { Field, FieldWords } from './Field.ts';

/**
 * Declares an exact amount, stored in yuan (or whole units of the currency beside it) as Decimal128 with two decimals.
 *
 * @param words - title, description and aliases
 * @param unit - the unit that files give it in; mutations always give yuan
 * @param options - whether it must be given, and whether it may lie below zero, as a loss does
 */
export function money(
  words: FieldWords,
  unit: MoneyUnit,
  options: { readonly required?: boolean; readonly signed?: boolean } = {},
): Field<Decimal128> {
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: unit === '万元' ? 'amount in 万元, at most 6 decimals' : 'amount in 元, at most 2 decimals',
    judge(value) {
      const isStored = value instanceof Decimal128;
      const written = (isStored ? plainDecimal(value) : String(value).trim()) ?? '';
      const minus = options.signed === true ? (/^[-−－]/u.exec(written)?.[0] ?? '') : '';
      const parsed = parseMoney(written.slice(minus.length), isStored ? '元' : unit);
      return parsed.ok
        ? {
            value: Decimal128.fromString(
              minus === '' || parsed.amount === '0.00' ? parsed.amount : `-${parsed.amount}`,
            ),
          }
        : { fault: { code: 'AMOUNT_INVALID', expected: `金额（${unit}）/ a plain amount in ${unit}` } };
    },
  };
}

/**
 * Declares a whole number that is not negative.
 *
 * @param words - title, description and aliases
 * @param options - whether it must be given
 */
export function integer(words: FieldWords, options: { readonly required?: boolean } = {}): Field<number> {
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: 'whole number',
    judge(value) {
      const plain = String(value).trim().replaceAll(',', '');
      return /^\d{1,15}$/.test(plain)
        ? { value: Number(plain) }
        : { fault: { code: 'NUMBER_INVALID', expected: '非负整数 / a whole number, not negative' } };
    },
  };
}

/**
 * Declares a yes or no.
 *
 * @param words - title, description and aliases
 * @param options - whether it must be given
 */
export function yesNo(words: FieldWords, options: { readonly required?: boolean } = {}): Field<boolean> {
  const meanings = new Map<string, boolean>([
    ...['是', '有', 'true', '1', 'Y', 'yes'].map((label) => [label, true] as const),
    ...['否', '无', 'false', '0', 'N', 'no'].map((label) => [label, false] as const),
  ]);
  return {
    aliases: [],
    ...words,
    required: options.required ?? false,
    format: '是 / 否',
    judge(value) {
      const meaning = meanings.get(String(value).trim());
      return meaning === undefined
        ? { fault: { code: 'CODE_UNKNOWN', expected: '是 / 否 (true / false)' } }
        : { value: meaning };
    },
  };
}
