import type { Target } from './BenchReport.ts';
import type { ImportFigures } from './measureImport.ts';
import type { LedgerFigures } from './measureLedger.ts';
import type { QueryFigures } from './measureQuery.ts';

/**
 * Compares the figures with the targets.
 *
 * @param queries - of both queries
 * @param imports - of the generated file first
 * @param ledger - of an import with the ledger
 */
export function targetsOf(
  queries: readonly QueryFigures[],
  imports: readonly ImportFigures[],
  ledger: LedgerFigures,
): readonly Target[] {
  const of = (name: string): QueryFigures | undefined => queries.find(({ query }) => query === name);
  const profile = of('profile');
  return [
    least('profile query, part of the bare driver', 0.3, profile?.ratios.driver.median),
    least('profile query, part of the monolith', 0.45, profile?.ratios.monolith.median),
    most('list, MongoDB commands per collection', 1, commandsPerCollection(of('list'))),
    least('import, part of insertMany', 0.35, imports[0]?.ratio.median),
    least('import until the last entry of the ledger, part of import', 0.25, ledger.ledgerRatio.median),
    least('import while the ledger is kept, part of import', 0.5, ledger.meanwhileRatio.median),
  ];
}

/** The most that any collection of a query is asked. */
function commandsPerCollection(figures: QueryFigures | undefined): number | undefined {
  if (figures === undefined) return undefined;
  const perCollection = new Map<string, number>();
  for (const [name, count] of Object.entries(figures.commands.gateway)) {
    const [collection = ''] = name.split(' ');
    perCollection.set(collection, (perCollection.get(collection) ?? 0) + count);
  }
  return Math.max(...perCollection.values());
}

function least(name: string, goal: number, value = NaN): Target {
  return { name, goal, isMost: false, value, isReached: value >= goal };
}

function most(name: string, goal: number, value = NaN): Target {
  return { name, goal, isMost: true, value, isReached: value <= goal };
}
