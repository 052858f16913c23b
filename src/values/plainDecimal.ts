import { Decimal } from 'decimal.js';

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Any exponent that a Decimal128 can have is written out. */
const Wide = Decimal.clone({ precision: 40, minE: -9000, maxE: 9000, defaults: true });

/**
 * Writes a stored amount as a decimal without an exponent.
 *
 * @param value - a `Decimal128`, recognised by its BSON type so that copies of the library do not matter; decimal text; or a whole number
 * @returns `undefined` where the value is nothing of these, a float or not a number among them
 */
export function plainDecimal(value: unknown): string | undefined {
  const text = textOf(value);
  if (text === undefined || PLAIN.test(text)) return text;
  return /^-?\d+(?:\.\d+)?E[+-]?\d{1,4}$/i.test(text) ? new Wide(text).toFixed() : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined;
  return isDecimal128(value) ? value.toString() : undefined;
}

function isDecimal128(value: unknown): value is { toString(): string } {
  return typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'Decimal128';
}
