import { Decimal128 } from 'mongodb';
import type { GraphQLScalarType } from 'graphql';
import { AppError } from '../../../src/errors/AppError.ts';
import { DateTime, LocalDateScalar, Money, USCC } from '../../../src/values/scalars.ts';
import { citizenIdOf } from './citizenIdOf.ts';

const CODE = '91350100705362917E';

describe('USCC', () => {
  it('normalises what it is given and answers what is stored', () => {
    expect(USCC.parseValue(' 91350100-705362917e ')).toBe(CODE);
    expect(USCC.serialize(CODE)).toBe(CODE);
  });

  it('names the part that is wrong and never repeats the value', () => {
    expect(faultOf(USCC, '91350100703562917E')).toEqual({ code: 'USCC_INVALID', details: { part: 'CHECK_DIGIT' } });
    const id = citizenIdOf('350102', '19900307', 101);
    expect(faultOf(USCC, id)).toEqual({ code: 'USCC_INVALID', details: { part: 'CITIZEN_ID' } });
    expect(messageOf(USCC, id)).not.toContain(id);
    expect(messageOf(USCC, id)).toContain('CITIZEN_ID');
  });

  it('refuses a number, since its last digits may be lost', () => {
    expect(faultOf(USCC, 913501007053629170)).toEqual(invalid('USCC', 'give it as a string'));
  });
});

describe('LocalDate', () => {
  it('takes and answers a day in canonical form only', () => {
    expect(LocalDateScalar.parseValue('2026-04-01')).toBe('2026-04-01');
    expect(LocalDateScalar.serialize('2026-04-01')).toBe('2026-04-01');
  });

  it.each(['2026-02-29', '2026/4/1', '2026-04-01T00:00:00Z', ''])('refuses %j', (text) => {
    expect(faultOf(LocalDateScalar, text)).toEqual(invalid('LocalDate', 'write a possible day as YYYY-MM-DD'));
  });
});

describe('DateTime', () => {
  it('takes an instant with its zone and answers it in UTC', () => {
    expect(DateTime.parseValue('2026-04-01T08:30:00+08:00')).toEqual(new Date('2026-04-01T00:30:00Z'));
    expect(DateTime.parseValue('2026-04-01t08:30:00.5z')).toEqual(new Date('2026-04-01T08:30:00.500Z'));
    expect(DateTime.serialize(new Date('2026-04-01T00:30:00Z'))).toBe('2026-04-01T00:30:00.000Z');
  });

  it.each([
    '2026-04-01',
    '2026-04-01T08:30:00',
    '2026-02-30T08:30:00Z',
    '2026-04-01T25:00:00Z',
    '2026-04-01T08:30:00+15:00',
  ])('refuses %j', (text) => {
    expect(faultOf(DateTime, text)).toMatchObject({ code: 'VALUE_INVALID' });
  });
});

describe('Money', () => {
  it('takes decimal text and answers a plain decimal', () => {
    expect(Money.parseValue('45400.00')).toEqual(Decimal128.fromString('45400.00'));
    expect(Money.serialize(Decimal128.fromString('4.54E+4'))).toBe('45400');
    expect(Money.serialize('45400.00')).toBe('45400.00');
    expect(Money.serialize(Money.parseValue('-0.000001'))).toBe('-0.000001');
  });

  it.each(['1e5', '1,000', '', '.5', '01', '0.1234567', 'NaN', '12345678901234567890123456'])('refuses %j', (text) => {
    expect(faultOf(Money, text)).toMatchObject({ code: 'VALUE_INVALID', details: { type: 'Money' } });
  });

  it('refuses a number of JSON and a stored float', () => {
    expect(faultOf(Money, 45400)).toEqual(invalid('Money', 'give it as a string'));
    expect(() => Money.serialize(0.5)).toThrow(AppError);
  });
});

const SCALARS = [USCC, LocalDateScalar, DateTime, Money] as const;

it.each(SCALARS.map((scalar) => [scalar.name, scalar] as const))(
  'refuses to answer a %s from a stored value of another type',
  (_name, scalar) => {
    expect(() => scalar.serialize({})).toThrow(AppError);
  },
);

it('names the scalars as the shared schema does, each with a description', () => {
  expect(SCALARS.map(({ name }) => name)).toEqual(['USCC', 'LocalDate', 'DateTime', 'Money']);
  expect(SCALARS.filter(({ description }) => !description)).toEqual([]);
});

function faultOf(scalar: GraphQLScalarType, value: unknown): unknown {
  return appErrorOf(scalar, value).extensions;
}

function messageOf(scalar: GraphQLScalarType, value: unknown): string {
  return appErrorOf(scalar, value).message;
}

function appErrorOf(scalar: GraphQLScalarType, value: unknown): AppError {
  try {
    scalar.parseValue(value);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error(`${scalar.name} took a value that it should refuse`);
}

function invalid(type: string, reason: string): unknown {
  return { code: 'VALUE_INVALID', details: { type, reason } };
}
