/** The figures of an annual report that the enterprise opens or keeps closed, one by one (企业信息公示暂行条例 art. 9). */
export const ANNUAL_FIGURES = {
  employees: 'EMPLOYEES',
  totalAssets: 'TOTAL_ASSETS',
  totalLiabilities: 'TOTAL_LIABILITIES',
  guarantees: 'GUARANTEES',
  ownersEquity: 'OWNERS_EQUITY',
  revenue: 'REVENUE',
  mainRevenue: 'MAIN_REVENUE',
  totalProfit: 'TOTAL_PROFIT',
  netProfit: 'NET_PROFIT',
  taxPaid: 'TAX_PAID',
} as const;

/** Field of a figure. */
export type AnnualFigureField = keyof typeof ANNUAL_FIGURES;

/** What a report says of its own openness. */
export interface FigureChoice {
  readonly openFigures?: readonly string[] | undefined;
}

/**
 * Tells whether a field of a report may be shown: figures only where the enterprise opened them. The registry's own
 * staff see all; everybody else needs the enterprise's consent for a closed one.
 *
 * @param field - name of the field
 * @param report - the report, or the revision that the value stands in
 * @param department - the department that asks, if one does
 */
export function mayShow(field: string, { openFigures = [] }: FigureChoice, department: string | undefined): boolean {
  if (department === 'registry' || !(field in ANNUAL_FIGURES)) return true;
  return openFigures.includes(ANNUAL_FIGURES[field as AnnualFigureField]);
}
