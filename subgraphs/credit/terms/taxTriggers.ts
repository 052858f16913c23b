import { Decimal } from 'decimal.js';

/** Thresholds of 重大税收违法失信主体信息公布管理办法 (国家税务总局令第54号) art. 6; domain section 5.2. Yuan, a share, sheets. */
const EVADED = { least: '1000000', share: '0.1' } as const;
const FALSE_INVOICES = { sheets: 100, amount: '4000000' } as const;

/**
 * Item 1: evasion of a million yuan or more, and of a tenth or more of all tax due in that year. Both must be reached.
 *
 * @param evaded - yuan, as exact decimal text
 * @param taxOfYear - all tax due in that year, yuan
 */
export function isMajorEvasion(evaded: string, taxOfYear: string): boolean {
  return new Decimal(evaded).gte(EVADED.least) && new Decimal(evaded).gte(new Decimal(taxOfYear).times(EVADED.share));
}

/**
 * Item 6: a hundred false ordinary invoices or more, or four million yuan or more. One of them is enough.
 *
 * @param sheets - how many
 * @param amount - yuan, as exact decimal text
 */
export function isMajorFalseInvoicing(sheets: number, amount: string): boolean {
  return sheets >= FALSE_INVOICES.sheets || new Decimal(amount).gte(FALSE_INVOICES.amount);
}
