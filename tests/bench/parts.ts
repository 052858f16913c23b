import type { BenchOptions } from './BenchOptions.ts';
import type { Target } from './BenchReport.ts';
import { describeReport } from './describeReport.ts';
import { describeEngines } from './engines/describeEngines.ts';
import { runEngines } from './engines/runEngines.ts';
import { describeOversight, measureOversight } from './oversight/measureOversight.ts';
import { runBench } from './runBench.ts';
import { describeScale, measureScale } from './scale/measureScale.ts';
import { describeLatency, measureLatency } from './served/measureLatency.ts';
import { describeMemory, measureMemory } from './served/measureMemory.ts';

/** What a part found. */
export interface MeasuredPart {
  readonly figures: object & { readonly targets: readonly Target[] };
  /** For people; the targets come after it. */
  readonly words: readonly string[];
}

/** A part of the benchmark that can be run by itself. */
export interface BenchPart {
  readonly name: string;
  /** How long each contestant is loaded in a round, unless something else is wanted. */
  readonly seconds: number;
  readonly measure: (options: BenchOptions, say: (line: string) => void) => Promise<MeasuredPart>;
}

/** Seven contestants and three queries in five rounds, in two places: not above twelve minutes. */
const engines = part('engines', 2, runEngines, (report) => describeEngines(report.engines));
const oversight = part('oversight', 4, measureOversight, describeOversight);
const latency = part('latency', 10, measureLatency, describeLatency);
const scale = part('scale', 3, measureScale, describeScale);
const memory = part('memory', 4, measureMemory, describeMemory);
const product = part('product', 4, runBench, describeReport);

/**
 * The parts that are to be run, in order.
 *
 * @param options - which ones are wanted; the product itself, and what access, cost and audit take, unless any other is
 */
export function partsOf(options: Omit<BenchOptions, 'seconds'>): readonly BenchPart[] {
  if (options.onlyProcesses) return [engines, latency, scale, memory];
  if (options.onlyEngines !== undefined) return [engines];
  if (options.onlyOversight) return [oversight];
  if (options.onlyLatency) return [latency];
  if (options.onlyScale) return [scale];
  if (options.onlyMemory) return [memory];
  return options.oversight ? [product, oversight] : [product];
}

function part<Report extends MeasuredPart['figures']>(
  name: string,
  seconds: number,
  run: (options: BenchOptions, say: (line: string) => void) => Promise<Report>,
  describe: (report: Report) => readonly string[],
): BenchPart {
  return {
    name,
    seconds,
    async measure(options, say) {
      const figures = await run(options, say);
      return { figures, words: describe(figures) };
    },
  };
}
