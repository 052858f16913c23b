import { GraphQLScalarType } from 'graphql';
import { Decimal128 } from 'mongodb';
import { AppError } from '../errors/AppError.ts';
import { isLocalDate, type LocalDate } from './localDate.ts';
import { plainDecimal } from './plainDecimal.ts';
import { checkUscc, type Uscc } from './uscc.ts';

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/i;
/** The digits that a Decimal128 keeps beside six decimals. */
const AMOUNT = /^-?(?:0|[1-9]\d{0,24})(?:\.\d{1,6})?$/;

/**
 * The `USCC` scalar. Input is normalised; what is then not a valid code is refused with `USCC_INVALID` and the part
 * that is wrong. The value itself is never repeated, since it may be a person's number; a code in which only letters were
 * written for digits is suggested as it would hold.
 */
export const USCC = new GraphQLScalarType<Uscc, string>({
  name: 'USCC',
  description: '统一社会信用代码, 18 characters by GB 32100-2015.',
  specifiedByURL: 'https://openstd.samr.gov.cn/bzgk/gb/newGbInfo?hcno=24691C25985C1073D3A7C85629378AC0',
  parseValue(value) {
    const verdict = checkUscc(inputText('USCC', value));
    if (!verdict.ok) {
      const { part, suggestion } = verdict;
      throw new AppError('USCC_INVALID', { part, ...(suggestion === undefined ? {} : { suggestion }) });
    }
    return verdict.uscc;
  },
  serialize: (value) => storedText('USCC', value),
});

/** The `LocalDate` scalar: a day in Asia/Shanghai, written `2026-04-01` and in no other way. */
export const LocalDateScalar = new GraphQLScalarType<LocalDate, string>({
  name: 'LocalDate',
  description: '日期, a day without time in Asia/Shanghai, written `2026-04-01`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue(value) {
    const text = inputText('LocalDate', value);
    if (!isLocalDate(text)) throw invalid('LocalDate', 'write a possible day as YYYY-MM-DD');
    return text;
  },
  serialize: (value) => storedText('LocalDate', value),
});

/** The `DateTime` scalar: an instant with its zone, answered in UTC; a `Date` inside. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: '时间, an instant by RFC 3339, such as `2026-04-01T08:30:00Z`; answered in UTC.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  parseValue(value) {
    const parts = INSTANT.exec(inputText('DateTime', value));
    if (parts === null || !isLocalDate(parts[1] ?? '')) {
      throw invalid('DateTime', 'write an instant with its zone, such as 2026-04-01T08:30:00Z');
    }
    return new Date(parts[0].toUpperCase());
  },
  serialize: (value) => (value instanceof Date ? value.toISOString() : storedText('DateTime', value)),
});

/**
 * The `Money` scalar: an exact decimal as text, in yuan unless a currency stands beside it; a `Decimal128` inside.
 *
 * Numbers of JSON are refused, since they may have been rounded before they arrive.
 */
export const Money = new GraphQLScalarType<Decimal128, string>({
  name: 'Money',
  description: '金额, an exact decimal amount as a string, such as `"45400.00"`.',
  parseValue(value) {
    const text = inputText('Money', value);
    if (!AMOUNT.test(text)) throw invalid('Money', 'write a plain decimal of at most 6 decimals, such as "45400.00"');
    return Decimal128.fromString(text);
  },
  serialize(value) {
    const decimal = plainDecimal(value);
    if (decimal === undefined) throw invalid('Money', 'the stored value is no exact decimal');
    return decimal;
  },
});

function inputText(type: string, value: unknown): string {
  if (typeof value !== 'string') throw invalid(type, 'give it as a string');
  return value;
}

/** Output costs one comparison: what is stored was judged when it was written. */
function storedText(type: string, value: unknown): string {
  if (typeof value !== 'string') throw invalid(type, 'the stored value has another type');
  return value;
}

function invalid(type: string, reason: string): AppError {
  return new AppError('VALUE_INVALID', { type, reason });
}
