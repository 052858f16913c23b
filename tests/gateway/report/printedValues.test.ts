import { printedAmount, printedTerm, printedTime } from '../../../gateway/report/printedValues.ts';

describe('printed values', () => {
  it('tell the time by the clock of Beijing', () => {
    expect(printedTime('2026-06-15T16:30:05.123Z')).toBe('2026-06-16 00:30:05');
  });

  it.each([
    ['5000000', 'CNY', '5,000,000 元（人民币）'],
    ['5000000.00', null, '5,000,000 元（人民币）'],
    ['999', null, '999 元（人民币）'],
    ['12345678901234567890.5', 'USD', '12,345,678,901,234,567,890.5 USD'],
    [null, 'CNY', '—'],
  ])('write %s %s as %s, to the last digit', (amount, currency, printed) => {
    expect(printedAmount(amount, currency)).toBe(printed);
  });

  it.each([
    ['2020-01-01', '2040-01-01', '2020-01-01 至 2040-01-01'],
    ['2020-01-01', null, '2020-01-01 至 长期'],
    [null, null, '—'],
  ])('write the span from %s to %s', (from, to, printed) => {
    expect(printedTerm(from, to)).toBe(printed);
  });
});
