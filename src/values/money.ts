import { Decimal } from 'decimal.js';

/** Units that amounts are written in: yuan, or ten thousand yuan as the publicity templates ask for. */
export type MoneyUnit = '元' | '万元';

/** What can be said of a value in an amount's column. */
export type MoneyVerdict =
  | {
      readonly ok: true;
      /** In yuan with two decimals and no exponent, such as `45400.00`. */
      readonly amount: string;
    }
  | { readonly ok: false; readonly fault: MoneyFault };

/** Why an amount can not be taken. */
export type MoneyFault = 'MISSING' | 'NOT_A_NUMBER' | 'TOO_MANY_DECIMALS' | 'TOO_LARGE';

/** Exact for every amount that fits: the default of 20 digits would round. */
const Exact = Decimal.clone({ precision: 60, defaults: true });

const FACTORS: Readonly<Record<string, number>> = {
  元: 1,
  万元: 10_000,
  万: 10_000,
  亿元: 100_000_000,
  亿: 100_000_000,
};
/** Digits, or groups of three between commas; a sign of the currency may stand before, a unit behind. */
const AMOUNT =
  /^(?:人民币|RMB|CNY)?[¥￥]?(?<number>\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)\(?(?<unit>亿元|万元|元|亿|万)?(?:整|人民币)?\)?$/i;
const LONGEST = 18;

/**
 * Reads an amount of yuan exactly. A unit written beside the number wins over the column's.
 *
 * @param raw - such as `1,234.56`, `４５４`, `4.54万元`; never a sentence
 * @param unit - the unit of the column: yuan with at most 2 decimals, or 万元 with at most 6
 */
export function parseMoney(raw: string, unit: MoneyUnit): MoneyVerdict {
  const text = compactAmount(raw);
  if (text === '') return { ok: false, fault: 'MISSING' };
  const parts = AMOUNT.exec(text)?.groups;
  if (parts?.['number'] === undefined) return { ok: false, fault: 'NOT_A_NUMBER' };
  return exactAmount(parts['number'], FACTORS[parts['unit'] ?? unit] ?? 1);
}

/**
 * Multiplies a written number by its unit and writes it with two decimals.
 *
 * @param number - digits, with commas between groups and a decimal point
 * @param factor - what one of the unit is worth
 */
export function exactAmount(number: string, factor: number): MoneyVerdict {
  const amount = new Exact(number.replaceAll(',', '')).times(factor);
  if (amount.decimalPlaces() > 2) return { ok: false, fault: 'TOO_MANY_DECIMALS' };
  const written = amount.toFixed(2);
  return written.length > LONGEST + 3 ? { ok: false, fault: 'TOO_LARGE' } : { ok: true, amount: written };
}

/**
 * Takes width and blanks out of a written amount.
 *
 * @param raw - as it was given
 */
export function compactAmount(raw: string): string {
  return raw.normalize('NFKC').replace(/[\s\u200B-\u200D\uFEFF']/gu, '');
}
