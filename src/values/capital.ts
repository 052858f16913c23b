import { compactAmount, exactAmount, type MoneyFault } from './money.ts';

/** What was assumed because the source did not say it. */
export type CapitalFlag = 'CURRENCY_ASSUMED' | 'UNIT_ASSUMED';

/** What can be said of a printed registered capital. */
export type CapitalVerdict =
  | {
      readonly ok: true;
      /** In whole units of the currency (not ten thousands), with two decimals. */
      readonly amount: string;
      /** ISO 4217, also for currencies that are no longer in use. */
      readonly currency: string;
      readonly flags: readonly CapitalFlag[];
    }
  | { readonly ok: false; readonly fault: MoneyFault | 'UNKNOWN_CURRENCY' };

const CURRENCIES: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民币元: 'CNY',
  元人民币: 'CNY',
  美元: 'USD',
  美金: 'USD',
  港币: 'HKD',
  港元: 'HKD',
  日元: 'JPY',
  日币: 'JPY',
  欧元: 'EUR',
  英镑: 'GBP',
  新加坡元: 'SGD',
  新元: 'SGD',
  加拿大元: 'CAD',
  加元: 'CAD',
  澳大利亚元: 'AUD',
  澳元: 'AUD',
  新西兰元: 'NZD',
  瑞士法郎: 'CHF',
  瑞典克朗: 'SEK',
  丹麦克朗: 'DKK',
  挪威克朗: 'NOK',
  韩元: 'KRW',
  韩国元: 'KRW',
  新台币: 'TWD',
  台币: 'TWD',
  澳门元: 'MOP',
  林吉特: 'MYR',
  马来西亚林吉特: 'MYR',
  泰铢: 'THB',
  德国马克: 'DEM',
  马克: 'DEM',
  法国法郎: 'FRF',
  荷兰盾: 'NLG',
  意大利里拉: 'ITL',
};
const ASSUMED = new Set(['', '元']);

const FACTORS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

const CAPITAL =
  /^(?<prefix>人民币)?(?<number>\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?)[()]*(?<unit>[亿万])?(?<currency>[\u4e00-\u9fff]*)[()]*$/u;

/**
 * Reads a registered capital as registers print it, such as `31.7万人民币`, `5,002(万元人民币)`, `300(万美元)`.
 *
 * Where the currency is not named, yuan is assumed (`CURRENCY_ASSUMED`); where there is a bare number, ten thousand yuan, the
 * unit of the register (`UNIT_ASSUMED`).
 *
 * @param raw - as printed
 */
export function parseCapital(raw: string): CapitalVerdict {
  const text = compactAmount(raw).replace(/整$/, '');
  if (!/\d/.test(text)) return { ok: false, fault: 'MISSING' };
  const parts = CAPITAL.exec(text)?.groups;
  return parts === undefined ? { ok: false, fault: 'NOT_A_NUMBER' } : judgeParts(parts);
}

function judgeParts({ number = '', unit = '', prefix = '', currency = '' }: Record<string, string>): CapitalVerdict {
  const printed = prefix + currency;
  const isAssumed = ASSUMED.has(printed);
  const code = isAssumed ? 'CNY' : CURRENCIES[printed];
  if (code === undefined) return { ok: false, fault: 'UNKNOWN_CURRENCY' };
  const isBare = unit + printed === '';
  const verdict = exactAmount(number, FACTORS[isBare ? '万' : unit] ?? 1);
  return verdict.ok ? { ...verdict, currency: code, flags: flagsOf(isAssumed, isBare) } : verdict;
}

function flagsOf(isCurrencyAssumed: boolean, isUnitAssumed: boolean): readonly CapitalFlag[] {
  return [
    ...(isCurrencyAssumed ? (['CURRENCY_ASSUMED'] as const) : []),
    ...(isUnitAssumed ? (['UNIT_ASSUMED'] as const) : []),
  ];
}
