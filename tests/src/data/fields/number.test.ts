import { Decimal128 } from 'mongodb';
import { money } from '../../../../src/data/fields/number.ts';

const words = { title: '金额', description: 'Amount.' };
const inYuan = money(words, '元');
const inTenThousands = money(words, '万元');
const signed = money(words, '万元', { signed: true });

function read(field: typeof inYuan, value: unknown): string {
  const judged = field.judge(value);
  return 'value' in judged ? judged.value.toString() : judged.fault.code;
}

describe('a field for amounts', () => {
  it.each([
    ['1,234.5', '1234.50'],
    [' 4.54万元', '45400.00'],
    ['-1', 'AMOUNT_INVALID'],
    ['1.234', 'AMOUNT_INVALID'],
  ])('reads %j of a file in yuan as %s', (text, expected) => {
    expect(read(inYuan, text)).toBe(expected);
  });

  it.each([
    ['12.5', '12.50'],
    ['1E+3', '1000.00'],
    ['-1', 'AMOUNT_INVALID'],
    ['0.001', 'AMOUNT_INVALID'],
  ])('takes %s of a mutation as yuan whatever the file’s unit is: %s', (amount, expected) => {
    expect(read(inTenThousands, Decimal128.fromString(amount))).toBe(expected);
  });

  it.each([
    ['-12.5', '-125000.00'],
    ['−12.5', '-125000.00'],
    ['12.5', '125000.00'],
    ['-0', '0.00'],
    ['--1', 'AMOUNT_INVALID'],
    ['-', 'AMOUNT_INVALID'],
  ])('reads %j as %s where an amount may lie below zero', (text, expected) => {
    expect(read(signed, text)).toBe(expected);
  });

  it('gives a stored amount back unchanged, also below zero', () => {
    const loss = Decimal128.fromString('-20000.50');
    expect(read(signed, loss)).toBe('-20000.50');
    expect(read(inYuan, Decimal128.fromString('45400.00'))).toBe('45400.00');
  });
});
