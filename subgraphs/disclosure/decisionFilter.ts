import type { Filter } from 'mongodb';
import type { FactDocumentBase } from '../../src/data/FactDocument.ts';
import { unlinkedFilter } from '../../src/data/unlinkedFilter.ts';
import type { LocalDate } from '../../src/values/localDate.ts';
import type { PenaltyFilter, PermitFilter } from './__generated__/resolvers.ts';

type FactFilter = Filter<FactDocumentBase>;

/**
 * Turns the API's filter of permits into one over stored fields; every part is served by an index.
 *
 * @param filter - as the caller gave it
 */
export function permitFilter(filter: PermitFilter | null | undefined): FactFilter {
  const { decidedFrom, decidedTo, unlinked, ...exact } = filter ?? {};
  return { ...allOf(exact, decidedFrom, decidedTo), ...unlinkedFilter(unlinked) };
}

/**
 * Turns the API's filter of penalties into one over stored fields; every part is served by an index.
 *
 * @param filter - as the caller gave it
 */
export function penaltyFilter(filter: PenaltyFilter | null | undefined): FactFilter {
  const { decidedFrom, decidedTo, unlinked, category, ...exact } = filter ?? {};
  return { ...allOf({ ...exact, categories: category }, decidedFrom, decidedTo), ...unlinkedFilter(unlinked) };
}

/**
 * Selects penalties that are owed to the public after their time: those that wait for somebody to say how grave they are.
 *
 * @param today - the day in Asia/Shanghai
 * @param authority - only this deciding authority
 */
export function overdueFilter(today: LocalDate, authority: string | null | undefined): FactFilter {
  return {
    'record.usageScope': 'GOV_SHARED',
    'record.qualityFlags': 'WINDOW_UNKNOWN',
    'record.publishedOn': { $exists: false },
    publicationDueOn: { $lt: today },
    ...(authority === null || authority === undefined ? {} : { authority }),
  };
}

function allOf(
  exact: Readonly<Record<string, unknown>>,
  from: LocalDate | null | undefined,
  to: LocalDate | null | undefined,
): FactFilter {
  const given = Object.entries(exact).filter(([, value]) => value !== null && value !== undefined);
  const days = {
    ...(typeof from === 'string' ? { $gte: from } : {}),
    ...(typeof to === 'string' ? { $lte: to, $gt: '' } : {}),
  };
  return { ...Object.fromEntries(given), ...(Object.keys(days).length === 0 ? {} : { sortOn: days }) };
}
