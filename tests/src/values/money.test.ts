import fc from 'fast-check';
import { parseMoney } from '../../../src/values/money.ts';

it.each([
  ['1234.56', '元', '1234.56'],
  ['1,234.56', '元', '1234.56'],
  ['1，234，567', '元', '1234567.00'],
  ['１２３４．５', '元', '1234.50'],
  [' 454 ', '元', '454.00'],
  ['0', '元', '0.00'],
  ['007', '元', '7.00'],
  ['¥1,234.56', '元', '1234.56'],
  ['￥1234元', '元', '1234.00'],
  ['人民币1234元整', '元', '1234.00'],
  ['4.54万元', '元', '45400.00'],
  ['4.54（万元）', '元', '45400.00'],
  ['1.2亿元', '元', '120000000.00'],
  ['4.54', '万元', '45400.00'],
  ['0.123456', '万元', '1234.56'],
  ['10.000000', '万元', '100000.00'],
  ['45400元', '万元', '45400.00'],
  ['999999999999999999', '元', '999999999999999999.00'],
] as const)('reads %j in %s as %s', (raw, unit, amount) => {
  expect(parseMoney(raw, unit)).toEqual({ ok: true, amount });
});

it.each([
  ['', '元', 'MISSING'],
  ['　', '元', 'MISSING'],
  ['罚款1000元', '元', 'NOT_A_NUMBER'],
  ['1000元以上', '元', 'NOT_A_NUMBER'],
  ['12,34', '元', 'NOT_A_NUMBER'],
  ['1.234,56', '元', 'NOT_A_NUMBER'],
  ['-5', '元', 'NOT_A_NUMBER'],
  ['1e5', '元', 'NOT_A_NUMBER'],
  ['5.', '元', 'NOT_A_NUMBER'],
  ['NaN', '元', 'NOT_A_NUMBER'],
  ['1.234', '元', 'TOO_MANY_DECIMALS'],
  ['0.1234567', '万元', 'TOO_MANY_DECIMALS'],
  ['1000000000000000000', '元', 'TOO_LARGE'],
  ['100000000000000', '万元', 'TOO_LARGE'],
] as const)('refuses %j in %s: %s', (raw, unit, fault) => {
  expect(parseMoney(raw, unit)).toEqual({ ok: false, fault });
});

it('reads six decimals of 万元 exactly, for every amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n }), (hundredths) => {
      const written = `${hundredths / 1_000_000n}.${String(hundredths % 1_000_000n).padStart(6, '0')}`;
      const yuan = `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
      expect(parseMoney(written, '万元')).toEqual({ ok: true, amount: yuan });
    }),
  );
});
