import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { BenchOptions } from './BenchOptions.ts';
import { describeTarget } from './describeReport.ts';
import { partsOf, type MeasuredPart } from './parts.ts';

const program = new Command('bench')
  .description('Measures queries and imports against the bare driver and a monolith, and prints the figures.')
  .option('--json <file>', 'write the figures to a file as well')
  .option('--rounds <number>', 'rounds that are counted', Number, 5)
  .option(
    '--seconds <number>',
    'how long each contestant is loaded in a round; 4, of engines alone 2, of latency 10, of sizes 3',
    Number,
  )
  .option('--connections <number>', 'requests at a time', Number, 8)
  .option('--enterprises <number>', 'enterprises of the sample city', Number, 2_000)
  .option('--rows <number>', 'rows of the imported file', Number, 50_000)
  .option('--no-real-file', 'leave the file of real registrations out, also where it is at hand')
  .option('--evaluated <number>', 'enterprises whose evaluation is computed', Number, 100_000)
  .option('--no-engines', 'leave out what joins departments')
  .option('--only-engines [place]', 'measure what joins departments and nothing else: in memory, in mongo, or in both')
  .option('--no-oversight', 'leave out what access, cost and audit take')
  .option('--only-oversight', 'measure what access, cost and audit take, and nothing else')
  .option('--only-latency', 'measure how long a profile takes at 80 % of the peak rate, and nothing else')
  .option('--only-scale', 'measure the throughput with few and with many enterprises, and nothing else')
  .option('--sizes <numbers>', 'enterprises of each of those cities', numbers, [10_000, 100_000, 1_000_000])
  .option('--cache-mb <number>', 'cache of the database server of those cities; 6144 unless given', Number)
  .option('--only-memory', 'measure the memory of the product under constant load, and nothing else')
  .option('--minutes <number>', 'how long memory is looked at', Number, 10)
  .option('--only-processes', 'measure engines, latency, sizes and memory one after another, and nothing else')
  .option('--seed <number>', 'what the city and the requests follow from', Number, 3501)
  .option('--cpu-prof <folder>', 'write a processor profile of each process there');

function numbers(list: string): readonly number[] {
  return list.split(',').map(Number);
}

const given = program.parse().opts<Omit<BenchOptions, 'seconds'> & { readonly seconds?: number }>();
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const measured: Record<string, object> = {};
for (const { name, seconds, measure } of partsOf(given)) {
  const { figures, words }: MeasuredPart = await measure({ ...given, seconds: given.seconds ?? seconds }, say);
  measured[name] = figures;
  const targets = figures.targets.map(describeTarget);
  // A part that follows takes minutes: what there is is told at once.
  process.stdout.write(`${[...words, '', 'Targets', ...targets].join('\n')}\n`);
}
const [only, ...others] = Object.values(measured);
if (given.json !== undefined) {
  await writeFile(given.json, `${JSON.stringify(others.length > 0 ? measured : only, null, 2)}\n`);
}
