import { Decimal128 } from 'mongodb';
import { parseCapital } from '../../values/capital.ts';
import { plainDecimal } from '../../values/plainDecimal.ts';
import type { Fault, Field, FieldWords } from './Field.ts';

const UNREADABLE: Fault = { code: 'AMOUNT_INVALID', expected: '金额与币种，如 100万人民币 / amount and currency' };
const NEGATIVE: Fault = { code: 'AMOUNT_INVALID', expected: '注册资本不得为负 / a capital is not negative' };

/**
 * Declares a registered capital: files give it in one text with unit and currency (`146(万元人民币)`), mutations as a plain amount.
 *
 * @param words - title, description and aliases
 * @param currencyField - the field that takes the currency where the text names one; yuan is assumed and flagged otherwise
 */
export function capital(words: FieldWords, currencyField: string): Field<Decimal128> {
  return {
    aliases: [],
    ...words,
    required: false,
    format: 'amount with unit and currency, such as 100万人民币',
    judge(value) {
      if (value instanceof Decimal128) return isAmount(value) ? { value } : { fault: NEGATIVE };
      const parsed = parseCapital(String(value));
      if (!parsed.ok) return { fault: UNREADABLE };
      return {
        value: Decimal128.fromString(parsed.amount),
        also: { [currencyField]: parsed.currency },
        ...(parsed.flags.length > 0 ? { flags: ['CURRENCY_ASSUMED' as const] } : {}),
      };
    },
  };
}

/** A capital may be nothing, but never less. */
function isAmount(value: Decimal128): boolean {
  const digits = plainDecimal(value);
  return digits !== undefined && !digits.startsWith('-');
}
