import { Decimal128, Double } from 'mongodb';
import { plainDecimal } from '../../../src/values/plainDecimal.ts';

it.each([
  [Decimal128.fromString('45400.00'), '45400.00'],
  [Decimal128.fromString('1E+3'), '1000'],
  [Decimal128.fromString('-1.5E+6'), '-1500000'],
  [Decimal128.fromString('0E-8'), '0'],
  [Decimal128.fromString('1E-7'), '0.0000001'],
  [Decimal128.fromString('9.999999999999999999999999999999999E+40'), '99999999999999999999999999999999990000000'],
  ['317000.00', '317000.00'],
  [0, '0'],
  [12345, '12345'],
])('writes %p as %s', (value, written) => {
  expect(plainDecimal(value)).toBe(written);
});

it.each([
  [Decimal128.fromString('NaN')],
  [Decimal128.fromString('Infinity')],
  ['abc'],
  [0.5],
  [1e21],
  [new Double(5)],
  [null],
  [{}],
])('writes nothing for %p', (value) => {
  expect(plainDecimal(value)).toBeUndefined();
});
