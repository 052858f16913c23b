/** What stands where there is no value. */
export const NOTHING = '—';

/**
 * Writes an instant by the clock of Beijing.
 *
 * @param instant - ISO 8601
 * @returns such as `2026-06-15 12:00:00`
 */
export function printedTime(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/**
 * Writes an amount with its thousands apart, exactly.
 *
 * @param amount - a decimal as text; null where there is none
 * @param currency - by ISO 4217; yuan unless given
 */
export function printedAmount(amount: string | null, currency: string | null): string {
  if (amount === null) return NOTHING;
  const [whole = '', part] = amount.split('.');
  const decimals = part === undefined || /^0*$/.test(part) ? '' : `.${part}`;
  const unit = currency === null || currency === 'CNY' ? '元（人民币）' : currency;
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${decimals} ${unit}`;
}

/**
 * Writes a span of days.
 *
 * @param from - first day; null where nobody knows
 * @param to - last day; null where there is no end
 */
export function printedTerm(from: string | null, to: string | null): string {
  if (from === null && to === null) return NOTHING;
  return `${from ?? NOTHING} 至 ${to ?? '长期'}`;
}
