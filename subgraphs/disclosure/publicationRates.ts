import { AppError } from '../../src/errors/AppError.ts';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../src/data/connection.ts';
import type { FactCollection } from '../../src/data/FactCollection.ts';
import type { SubgraphContext } from '../../src/subgraph/context.ts';
import { addYears, todayInShanghai, type LocalDate } from '../../src/values/localDate.ts';
import { penalties } from './collections/penalties.ts';
import { permits } from './collections/permits.ts';
import { filedDecisions, type CountsByDepartment, type FilingPeriod } from './filedDecisions.ts';
import {
  NO_COUNTS,
  publicationFigures,
  sumOf,
  type PublicationCounts,
  type PublicationFigures,
} from './publicationFigures.ts';
import { refusedRows, type RefusedRows } from './refusedRows.ts';

/** The figures of one deciding department. */
export interface DepartmentRate {
  readonly authority: string | null;
  readonly permits: PublicationFigures;
  readonly penalties: PublicationFigures;
  readonly all: PublicationFigures;
}

/** What is asked for. */
export interface RatesArguments extends PageArguments {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly authority?: string | null | undefined;
  readonly provider?: string | null | undefined;
}

/** Sorts behind every name. */
const LAST = '\uFFFF';

/**
 * Gives the filing quality of every deciding department, by name: one aggregation a collection, and one over its quarantine.
 *
 * @param asked - the period, at most a year, and the page
 * @param context - the request
 * @throws AppError VALUE_INVALID where the period is reversed or too long
 */
export async function publicationRates(
  { from, to, authority, provider, ...page }: RatesArguments,
  context: SubgraphContext,
): Promise<ConnectionOf<DepartmentRate>> {
  const request = pageRequest(page, 'disclosure.publicationRates');
  const period = { ...checkedPeriod(from, to), authority: authority ?? undefined, provider: provider ?? undefined };
  const [permitCounts, penaltyCounts] = await Promise.all([
    countsOf(permits as FactCollection, period, context),
    countsOf(penalties as FactCollection, period, context),
  ]);
  const names = [...new Set([...permitCounts.keys(), ...penaltyCounts.keys()])];
  const rates = names.map((name) =>
    rateOf(name, permitCounts.get(name) ?? NO_COUNTS, penaltyCounts.get(name) ?? NO_COUNTS),
  );
  rates.sort((left, right) => (sortOf(left) < sortOf(right) ? -1 : 1));
  const { after } = request;
  const rest = after === undefined ? rates : rates.filter((rate) => sortOf(rate) > after.sort);
  return toConnection(
    rest,
    request,
    (rate) => ({ sort: sortOf(rate), id: '' }),
    () => Promise.resolve(rates.length),
  );
}

function checkedPeriod(from: LocalDate, to: LocalDate): Pick<FilingPeriod, 'from' | 'to'> {
  if (to < from || to > addYears(from, 1)) {
    throw new AppError('VALUE_INVALID', {
      type: 'LocalDate',
      reason: '`to` must not lie before `from` nor more than a year after it',
    });
  }
  return { from, to };
}

async function countsOf(
  collection: FactCollection,
  period: FilingPeriod,
  { database, now }: SubgraphContext,
): Promise<CountsByDepartment> {
  const filed = await filedDecisions(database, collection, period, todayInShanghai(now));
  if (namesNobody(filed, period)) return filed;
  return withRefused(filed, await refusedRows(database, collection, period));
}

/**
 * Tells whether the caller names an authority or provider that no accepted decision of the period bears. Such a name is not looked for
 * among refused rows: the number of its hits would tell what stands in their cells, a person's number perhaps.
 */
function namesNobody(filed: CountsByDepartment, { authority, provider }: FilingPeriod): boolean {
  return filed.size === 0 && (authority !== undefined || provider !== undefined);
}

/**
 * Adds refused rows to their departments. A name that no accepted decision of the period bears may be anything that
 * stood in the wrong column, so such rows are counted without a name.
 */
function withRefused(filed: CountsByDepartment, refused: readonly RefusedRows[]): CountsByDepartment {
  const all = new Map(filed);
  for (const { authority, rows } of refused) {
    const name = filed.has(authority) ? authority : null;
    const counts = all.get(name) ?? NO_COUNTS;
    all.set(name, { ...counts, quarantined: counts.quarantined + rows });
  }
  return all;
}

function rateOf(
  authority: string | null,
  ofPermits: PublicationCounts,
  ofPenalties: PublicationCounts,
): DepartmentRate {
  return {
    authority,
    permits: publicationFigures(ofPermits),
    penalties: publicationFigures(ofPenalties),
    all: publicationFigures(sumOf(ofPermits, ofPenalties)),
  };
}

function sortOf({ authority }: DepartmentRate): string {
  return authority ?? LAST;
}
