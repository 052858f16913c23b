import { Presets, SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { loadConfig } from '../../src/config/env.ts';
import { loadSample, type SampleProgress } from '../../src/sample/loadSample.ts';
import { DEFAULT_SAMPLE } from '../../src/sample/loadSampleIfEmpty.ts';
import { removeSample } from '../../src/sample/removeSample.ts';
import type { SampleSetting } from '../../src/sample/SampleEnterprise.ts';
import { writeSample } from '../../src/sample/writeSample.ts';
import { isLocalDate, todayInShanghai, type LocalDate } from '../../src/values/localDate.ts';
import { loadDepartments } from '../departments.ts';
import { describeRemoval, describeSample } from './describeSample.ts';
import { print } from './print.ts';
import { withDepartments, type CommandCity } from './withDepartments.ts';

interface SampleOptions {
  readonly enterprises: number;
  readonly seed: number;
  readonly asOf?: LocalDate;
  readonly remove?: true;
  readonly out?: string;
}

/** The sample's facts of the years before this day cite the law as it has been since. */
const EARLIEST: LocalDate = '2022-01-01';
const MOST_ENTERPRISES = 10_000_000;
const MOST_SEED = 2 ** 31 - 1;

/** `credit-graph sample`: loads the sample city, takes it out again, or writes it to a file. */
export function sampleCommand(): Command {
  const { enterprises, seed } = DEFAULT_SAMPLE;
  return new Command('sample')
    .description('load a city of invented enterprises with facts in every collection, to try and to develop with')
    .option(
      '--enterprises <number>',
      'how many enterprises',
      (text) => readWhole(text, 1, MOST_ENTERPRISES),
      enterprises,
    )
    .option('--seed <number>', 'another number is another city', (text) => readWhole(text, 0, MOST_SEED), seed)
    .option('--as-of <day>', 'the day that the city lives on, YYYY-MM-DD; by default today in Shanghai', readAsOf)
    .addOption(new Option('--remove', 'take the sample out again, and nothing else').conflicts('out'))
    .option('--out <file>', 'write JSON Lines to a file instead, compressed where it ends with .gz')
    .action(async ({ remove, out, asOf, ...size }: SampleOptions) => {
      const setting: SampleSetting = { ...size, asOf: asOf ?? todayInShanghai(new Date()) };
      if (out !== undefined) await write(setting, out);
      else await withDepartments((city) => (remove === true ? takeOut(city) : load(city, setting)));
    });
}

async function write(setting: SampleSetting, file: string): Promise<void> {
  const started = performance.now();
  const facts = await writeSample(await loadDepartments(), setting, file);
  print(describeSample({ ...setting, facts, file, seconds: secondsSince(started) }, loadConfig().locale));
}

async function takeOut({ subgraphs, config, audited }: CommandCity): Promise<void> {
  const started = performance.now();
  const facts = await audited({ name: 'sample --remove' }, () => removeSample(subgraphs));
  print(describeRemoval(facts, secondsSince(started), config.locale));
}

async function load({ subgraphs, config, audited }: CommandCity, setting: SampleSetting): Promise<void> {
  // Nothing is drawn where standard error is no terminal.
  const format = 'sample {bar} {percentage}% | {rows} facts | {duration_formatted}';
  const bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  const onProgress = ({ rows, share }: SampleProgress): void => {
    bar.update(Math.floor(share * 100), { rows: rows.toLocaleString('en') });
  };
  bar.start(100, 0, { rows: 0 });
  const report = await audited({ name: 'sample' }, () => loadSample({ ...setting, subgraphs, onProgress })).finally(
    () => {
      bar.stop();
    },
  );
  print(describeSample({ ...setting, ...report }, config.locale));
}

function readWhole(text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d{1,10}$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
}

function readAsOf(text: string): LocalDate {
  const today = todayInShanghai(new Date());
  if (isLocalDate(text) && text >= EARLIEST && text <= today) return text;
  throw new InvalidArgumentError(`Write a day from ${EARLIEST} to today, such as 2026-06-15.`);
}

function secondsSince(started: number): number {
  return (performance.now() - started) / 1_000;
}
