import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { BenchOptions } from './BenchOptions.ts';
import { describeReport, describeTarget } from './describeReport.ts';
import { describeEngines } from './engines/describeEngines.ts';
import { runEngines } from './engines/runEngines.ts';
import { describeOversight, measureOversight } from './oversight/measureOversight.ts';
import { runBench } from './runBench.ts';

const program = new Command('bench')
  .description('Measures queries and imports against the bare driver and a monolith, and prints the figures.')
  .option('--json <file>', 'write the figures to a file as well')
  .option('--rounds <number>', 'rounds that are counted', Number, 5)
  .option('--seconds <number>', 'how long each contestant is loaded in a round; 4, or 2 of the engines alone', Number)
  .option('--connections <number>', 'requests at a time', Number, 8)
  .option('--enterprises <number>', 'enterprises of the sample city', Number, 2_000)
  .option('--rows <number>', 'rows of the imported file', Number, 50_000)
  .option('--no-real-file', 'leave the file of real registrations out, also where it is at hand')
  .option('--evaluated <number>', 'enterprises whose evaluation is computed', Number, 100_000)
  .option('--no-engines', 'leave out what joins departments')
  .option('--only-engines [place]', 'measure what joins departments and nothing else: in memory, in mongo, or in both')
  .option('--only-oversight', 'measure what access, cost and audit take, and nothing else')
  .option('--seed <number>', 'what the city and the requests follow from', Number, 3501)
  .option('--cpu-prof <folder>', 'write a processor profile of each process there');

/** Six contestants and three queries in five rounds: not above six minutes. */
const ENGINE_SECONDS = 2;
const SECONDS = 4;

const given = program.parse().opts<Omit<BenchOptions, 'seconds'> & { readonly seconds?: number }>();
const seconds = given.seconds ?? (given.onlyEngines === undefined ? SECONDS : ENGINE_SECONDS);
const options: BenchOptions = { ...given, seconds };
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function measured(): Promise<{ readonly figures: object; readonly words: string }> {
  if (options.onlyEngines !== undefined) {
    const figures = await runEngines(options, say);
    return {
      figures,
      words: [...describeEngines(figures.engines), '', ...figures.targets.map(describeTarget)].join('\n'),
    };
  }
  if (options.onlyOversight === true) {
    const figures = await measureOversight(options, say);
    return { figures, words: [...describeOversight(figures), '', ...figures.targets.map(describeTarget)].join('\n') };
  }
  const figures = await runBench(options, say);
  return { figures, words: describeReport(figures) };
}

const { figures, words } = await measured();
if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
process.stdout.write(`${words}\n`);
