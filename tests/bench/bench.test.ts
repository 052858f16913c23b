import { join } from 'node:path';
import { runBenchProgram } from '../kit/runBenchProgram.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import type { BenchReport } from './BenchReport.ts';

/** Compiling and two processes beside the servers take their time on a busy machine. */
const PATIENCE_MS = 240_000;

/** It takes both processors for minutes: `npm run test:bench` starts it. */
const where = process.env['BENCH_TESTS'] === undefined ? describe.skip : describe;

where('the benchmark, in its shortest form', () => {
  const json = join(temporaryFolder(), 'bench.json');
  let report: BenchReport;
  let printed: string;

  beforeAll(async () => {
    const short = [
      '--rounds',
      '1',
      '--seconds',
      '0.5',
      '--enterprises',
      '200',
      '--rows',
      '2000',
      '--no-real-file',
      '--no-engines',
      '--no-oversight',
      '--evaluated',
      '1500',
    ];
    ({ printed, report } = await runBenchProgram<BenchReport>(short, json));
  }, PATIENCE_MS);

  it('finds equal answers by the gateway, the monolith and the bare driver', () => {
    expect(report.queries.map(({ query, compared }) => [query, compared])).toEqual([
      ['profile', 30],
      ['list', 30],
    ]);
    expect(report.queries.every(({ bytes }) => bytes > 500)).toBe(true);
  });

  it('sees one command per collection for a list of 50 enterprises, as by the bare driver', () => {
    const list = report.queries.find(({ query }) => query === 'list');
    expect(list?.commands.gateway).toEqual({
      'registry.enterprises find': 1,
      'registry.changes find': 1,
      'disclosure.penalties find': 1,
      'judiciary.judgmentDefaulters find': 1,
    });
    expect(list?.commands.driver).toEqual(list?.commands.gateway);
  });

  it('has the bare driver send the same commands for a profile', () => {
    const profile = report.queries.find(({ query }) => query === 'profile');
    expect(profile?.commands.gateway).toMatchObject({ 'registry.enterprises find': 1 });
    expect(profile?.commands.driver).toEqual(profile?.commands.gateway);
  });

  it('imports every row of the file and inserts as many documents', () => {
    expect(report.imports.map(({ documents, quarantined }) => [documents, quarantined])).toEqual([[2000, 0]]);
  });

  it('imports with a ledger until each document has its entry', () => {
    const { documents, ledgerRate } = report.ledger;
    expect([documents, ledgerRate.median > 0]).toEqual([2000, true]);
  });

  it('evaluates every enterprise from the index', () => {
    const { enterprises, facts, firstRate, againRate } = report.evaluation;
    expect([enterprises, facts > 5_000, firstRate > 0, againRate > 0]).toEqual([1500, true, true, true]);
  });

  it('checks units, some of which stand on lists', () => {
    const { enterprises, p50, p99, largeP50, found } = report.creditCheck;
    expect([enterprises, p50 > 0, p99 >= p50, largeP50 > 0]).toEqual([2_000, true, true, true]);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(1);
  });

  it('prints each target with what was measured', () => {
    expect(report.targets).toHaveLength(6);
    for (const { name } of report.targets) expect(printed).toContain(name);
    expect(report.targets.every(({ value }) => value > 0)).toBe(true);
  });
});
