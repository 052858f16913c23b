import { join } from 'node:path';
import { checkUscc } from '../../src/values/uscc.ts';
import { runBenchProgram } from '../kit/runBenchProgram.ts';
import { temporaryFolder } from '../kit/temporaryFolder.ts';
import { scaleCode } from './scale/scaleCode.ts';
import type { ScaleReport } from './scale/measureScale.ts';
import type { LatencyReport } from './served/measureLatency.ts';
import type { MemoryReport } from './served/measureMemory.ts';
import { growth, slope } from './served/slope.ts';

/** Compiling and several processes take their time on a busy machine. */
const PATIENCE_MS = 240_000;

describe('what the benchmark of processes reckons with', () => {
  it('finds how much a figure grows in a minute, whatever it swings', () => {
    const samples = Array.from({ length: 40 }, (_, at) => ({
      minutes: at / 6,
      value: 100 + 3 * (at / 6) + (at % 2 === 0 ? 1 : -1),
    }));
    expect(slope(samples)).toBeCloseTo(3, 0);
    expect(growth(samples)).toBeCloseTo(1.095, 1);
    expect(growth(samples.map(({ minutes }) => ({ minutes, value: 200 })))).toBe(1);
  });

  it('gives each of many enterprises a valid code of its own', () => {
    const codes = Array.from({ length: 2_000 }, (_, at) => scaleCode(at));
    expect(new Set(codes).size).toBe(2_000);
    expect(codes.every((code) => checkUscc(code).ok)).toBe(true);
  });
});

/** They take both processors for minutes: `npm run test:bench` starts them. */
const where = process.env['BENCH_TESTS'] === undefined ? describe.skip : describe;

where('the benchmark of the product as it is served, in its shortest form', () => {
  const json = join(temporaryFolder(), 'served.json');
  const short = ['--rounds', '1', '--seconds', '1', '--enterprises', '200'];

  it(
    'measures the latency of a profile below the peak rate',
    async () => {
      const { report, printed } = await runBenchProgram<LatencyReport>(['--only-latency', ...short], json);
      const { peakRate, rate, p50, p99, strain } = report.latency;
      expect(rate.median / peakRate.median).toBeCloseTo(0.8, 5);
      expect(p50.median).toBeGreaterThan(0);
      expect(p99.median).toBeGreaterThanOrEqual(p50.median);
      expect(strain.loopMax.median).toBeGreaterThan(0);
      for (const { name } of report.targets) expect(printed).toContain(name);
    },
    PATIENCE_MS,
  );

  it(
    'asks cities of several sizes for answers of the same shape',
    async () => {
      const words = ['--only-scale', '--sizes', '2000,4000', ...short];
      const { report } = await runBenchProgram<ScaleReport>(words, json);
      expect(report.fills.map(({ enterprises }) => enterprises)).toEqual([2_000, 4_000]);
      expect(report.fills[1]?.documents).toBe(2 * (report.fills[0]?.documents ?? 0));
      const lists = report.scale.filter(({ query }) => query === 'list').map(({ bytes }) => bytes);
      expect(Math.max(...lists) / Math.min(...lists)).toBeLessThan(1.1);
      expect(report.targets).toHaveLength(2);
    },
    PATIENCE_MS,
  );

  it(
    'looks at memory while profile, list and search are asked',
    async () => {
      const words = ['--only-memory', '--minutes', '0.7', '--enterprises', '200'];
      const { report } = await runBenchProgram<MemoryReport>(words, json);
      expect(report.memory.samples.length).toBeGreaterThanOrEqual(3);
      expect(report.memory.courses.rssMb.last).toBeGreaterThan(50);
      expect(report.targets).toHaveLength(2);
    },
    PATIENCE_MS,
  );
});
