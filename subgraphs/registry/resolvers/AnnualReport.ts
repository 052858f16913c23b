import { factResolvers } from '../../../src/subgraph/factResolvers.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { AnnualReportResolvers } from '../__generated__/resolvers.ts';
import { annualReports } from '../collections/annualReports.ts';
import { correctionsOf } from '../corrections.ts';
import { subjectOf } from '../loaders.ts';
import { ANNUAL_FIGURES, mayShow, type FigureChoice } from '../rules/annualFigures.ts';
import { isLateReport, reportDueOn } from '../rules/annualReportRules.ts';

/** An annual report, with the figures that its enterprise has opened. */
export const AnnualReport: AnnualReportResolvers = {
  ...factResolvers(annualReports),
  ...figureResolvers(),
  subject: subjectOf,
  dueOn: ({ year }) => (year === undefined ? null : reportDueOn(year)),
  isLate: ({ year, filedOn }) => (year === undefined || filedOn === undefined ? null : isLateReport(year, filedOn)),
  corrections: (report, _args, context) => correctionsOf(report, context),
};

/** One resolver for each figure, since each is open or closed by itself. */
function figureResolvers(): Record<string, unknown> {
  return Object.fromEntries(Object.keys(ANNUAL_FIGURES).map((name) => [name, figureResolver(name)]));
}

function figureResolver(name: string) {
  return (report: Readonly<Record<string, unknown>> & FigureChoice, _args: unknown, { caller }: SubgraphContext) =>
    mayShow(name, report, caller.department) ? report[name] : null;
}
