import { join } from 'node:path';
import { runBenchProgram } from '../kit/runBenchProgram.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { ENGINE_NAMES } from './engines/EngineContestant.ts';
import type { EnginesReport } from './engines/runEngines.ts';

/** Compiling and ten processes take their time on a busy machine. */
const PATIENCE_MS = 240_000;

/** It takes both processors for minutes: `npm run test:bench` starts it. */
const where = process.env['BENCH_TESTS'] === undefined ? describe.skip : describe;

where('the benchmark of the engines, in its shortest form, with resolvers in memory', () => {
  const json = join(temporaryFolder(), 'engines.json');
  let report: EnginesReport;
  let printed: string;

  beforeAll(async () => {
    const short = ['--only-engines', 'memory', '--rounds', '1', '--seconds', '0.3'];
    ({ printed, report } = await runBenchProgram<EnginesReport>(short, json));
  }, PATIENCE_MS);

  it('finds equal answers by the monolith, both engines and every transport', () => {
    expect(report.engines.map(({ place, query, compared }) => [place, query, compared])).toEqual([
      ['memory', 'profile', 20],
      ['memory', 'list', 20],
      ['memory', 'page', 20],
    ]);
    expect(report.engines.every(({ bytes }) => bytes > 500)).toBe(true);
  });

  it('measures the processor time of the departments where they are in another process', () => {
    for (const { contestants } of report.engines) {
      expect(Object.keys(contestants)).toEqual(ENGINE_NAMES);
      expect(contestants['own undici'].departmentsMs.median).toBeGreaterThan(0.05);
      expect(contestants['own undici'].cpuMs.median).toBeGreaterThan(0);
      expect(contestants['apollo stock'].departmentsMs.median).toBeGreaterThan(0.05);
    }
  });

  it('prints each target with what was measured', () => {
    expect(report.targets).toHaveLength(8);
    for (const { name, value } of report.targets) {
      expect(printed).toContain(name);
      expect(value).toBeGreaterThan(0);
    }
  });
});
