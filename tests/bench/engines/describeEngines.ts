import { table } from '../../../gateway/commands/table.ts';
import { spread } from '../describeSpread.ts';
import { ENGINE_NAMES } from './EngineContestant.ts';
import type { EngineQueryFigures } from './measureEngines.ts';

const PLACES = { memory: 'resolvers in memory', mongo: 'MongoDB behind' } as const;
const HEAD = ['requests/s', 'of monolith', 'of stock', 'p50 ms', 'p99 ms', 'CPU ms', 'departments ms', 'peak MB'];

/**
 * Words the figures of the engines for people.
 *
 * @param figures - of all queries
 */
export function describeEngines(figures: readonly EngineQueryFigures[]): readonly string[] {
  return figures.flatMap(({ place, query, compared, bytes, contestants, ...peaks }) => {
    const rows = ENGINE_NAMES.map((name) => {
      const { requestsPerSecond, ofMonolith, ofStock, p50, p99, cpuMs, departmentsMs, peakMb } = contestants[name];
      const rates = [spread(requestsPerSecond, 0), spread(ofMonolith, 2), spread(ofStock, 2)];
      const latencies = [p50.median.toFixed(1), p99.median.toFixed(1)];
      return [name, ...rates, ...latencies, spread(cpuMs, 2), departmentsMs.median.toFixed(2), peakMb.toFixed(0)];
    });
    return [
      '',
      `engines, ${query}, ${PLACES[place]}: ${Math.round(bytes)} bytes; ${compared} answers compared equal`,
      ...table([['', ...HEAD], ...rows]),
      describePeaks(peaks),
    ];
  });
}

function describePeaks({
  departmentsPeakMb,
  databasePeakMb,
}: Pick<EngineQueryFigures, 'departmentsPeakMb' | 'databasePeakMb'>): string {
  const database = databasePeakMb === undefined ? '' : `, MongoDB ${databasePeakMb.toFixed(0)} MB`;
  return `peak of the departments’ process ${departmentsPeakMb.toFixed(0)} MB${database}`;
}
