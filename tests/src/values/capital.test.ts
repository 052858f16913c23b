import { Decimal } from 'decimal.js';
import { parseCapital } from '../../../src/values/capital.ts';
import { itWithFiles, rowsOf } from './realFiles.ts';

it.each([
  ['31.7万人民币', '317000.00', 'CNY', []],
  ['146(万元人民币)', '1460000.00', 'CNY', []],
  ['5,002(万元人民币)', '50020000.00', 'CNY', []],
  ['91.1万人民币元', '911000.00', 'CNY', []],
  ['人民币1000万元', '10000000.00', 'CNY', []],
  ['1000000元人民币', '1000000.00', 'CNY', []],
  ['1.5亿人民币', '150000000.00', 'CNY', []],
  ['100万美元', '1000000.00', 'USD', []],
  ['1,000((万美元))', '10000000.00', 'USD', []],
  ['1,000（万港币）', '10000000.00', 'HKD', []],
  ['42550万港元', '425500000.00', 'HKD', []],
  ['4,100(万日元)', '41000000.00', 'JPY', []],
  ['6,940(万德国马克)', '69400000.00', 'DEM', []],
  ['0万港币', '0.00', 'HKD', []],
  ['100.2000(万)', '1002000.00', 'CNY', ['CURRENCY_ASSUMED']],
  ['50.000000万元', '500000.00', 'CNY', ['CURRENCY_ASSUMED']],
  ['100万元整', '1000000.00', 'CNY', ['CURRENCY_ASSUMED']],
  ['1000000元', '1000000.00', 'CNY', ['CURRENCY_ASSUMED']],
  ['60', '600000.00', 'CNY', ['CURRENCY_ASSUMED', 'UNIT_ASSUMED']],
])('reads %j', (raw, amount, currency, flags) => {
  expect(parseCapital(raw)).toEqual({ ok: true, amount, currency, flags });
});

it.each([
  ['', 'MISSING'],
  ['万人民币', 'MISSING'],
  ['100万贝壳', 'UNKNOWN_CURRENCY'],
  ['人民币100万美元', 'UNKNOWN_CURRENCY'],
  ['约100万元', 'NOT_A_NUMBER'],
  ['-100万元', 'NOT_A_NUMBER'],
  ['0.1234567万元', 'TOO_MANY_DECIMALS'],
])('refuses %j: %s', (raw, fault) => {
  expect(parseCapital(raw)).toEqual({ ok: false, fault });
});

const FILES = ['enterprises_fuzhou.csv.gz', 'enterprises_fujian_other.csv.gz'];

itWithFiles(FILES, 'agrees with the derived amount and currency of every real row', () => {
  const rows = FILES.flatMap(rowsOf);
  const differing = rows.filter((row) => describeCapital(row['capital_raw'] ?? '') !== derived(row));
  expect(rows).toHaveLength(87_291);
  expect(differing.map((row) => row['capital_raw'])).toEqual([]);
});

function describeCapital(raw: string): string {
  const verdict = parseCapital(raw);
  if (!verdict.ok) return '';
  const currency = verdict.flags.includes('CURRENCY_ASSUMED') ? '' : verdict.currency;
  return `${new Decimal(verdict.amount).div(10_000).toFixed()} ${currency}`;
}

function derived(row: Record<string, string>): string {
  const amount = row['capital_amount_wan'] ?? '';
  return amount === '' ? '' : `${new Decimal(amount).toFixed()} ${row['capital_currency'] ?? ''}`;
}
