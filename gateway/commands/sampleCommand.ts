import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { loadConfig } from '../../src/config/env.ts';
import { openMongoForCommand } from '../../src/mongod/openMongoForCommand.ts';
import { loadSample } from '../../src/sample/loadSample.ts';
import { DEFAULT_SAMPLE } from '../../src/sample/loadSampleIfEmpty.ts';
import { removeSample } from '../../src/sample/removeSample.ts';
import type { SampleSetting } from '../../src/sample/SampleEnterprise.ts';
import { writeSample } from '../../src/sample/writeSample.ts';
import type { ConnectedSubgraph } from '../../src/subgraph/Subgraph.ts';
import { createLogger } from '../../src/telemetry/logger.ts';
import { isLocalDate, todayInShanghai, type LocalDate } from '../../src/values/localDate.ts';
import { connectDepartments } from '../connectDepartments.ts';
import { loadDepartments } from '../departments.ts';

interface SampleOptions {
  readonly enterprises: number;
  readonly seed: number;
  readonly asOf?: LocalDate;
  readonly remove?: true;
  readonly out?: string;
}

/** Years before it lack rules that the sample's facts would fall under. */
const EARLIEST: LocalDate = '2020-01-01';
const MOST_ENTERPRISES = 10_000_000;

/** `credit-graph sample`: loads the sample city, takes it out again, or writes it to a file. */
export function sampleCommand(): Command {
  const { enterprises, seed } = DEFAULT_SAMPLE;
  return new Command('sample')
    .description('load a city of invented enterprises with facts in every collection, to try and to develop with')
    .option('--enterprises <number>', 'how many enterprises', readNumber(1, MOST_ENTERPRISES), enterprises)
    .option('--seed <number>', 'another number is another city', readNumber(0, 2 ** 31 - 1), seed)
    .addOption(
      new Option(
        '--as-of <day>',
        'the day that the city is alive on, YYYY-MM-DD (default: today in Shanghai)',
      ).argParser(readAsOf),
    )
    .addOption(new Option('--remove', 'take the sample out again and nothing else').conflicts('out'))
    .option('--out <file>', 'write JSON Lines to a file instead, compressed where it ends with .gz')
    .action(runSample);
}

async function runSample({ remove, out, asOf, ...size }: SampleOptions): Promise<void> {
  const setting: SampleSetting = { ...size, asOf: asOf ?? todayInShanghai(new Date()) };
  const started = performance.now();
  if (out !== undefined) {
    say(summary(await writeSample(await loadDepartments(), setting, out), started, `written to ${out}`));
  } else if (remove === true) {
    await withCity(async (subgraphs) => {
      const removed = await removeSample(subgraphs);
      say(`${removed.toLocaleString('en')} facts of the sample taken out in ${secondsSince(started)} s`);
    });
  } else await withCity((subgraphs) => load(subgraphs, setting));
}

async function load(subgraphs: readonly ConnectedSubgraph[], setting: SampleSetting): Promise<void> {
  const started = performance.now();
  const bar = new SingleBar({
    format: 'sample city |{bar}| {percentage}% | {rows} facts | {duration_formatted}',
    stream: process.stderr,
    hideCursor: true,
    noTTYOutput: false,
  });
  if (process.stderr.isTTY) bar.start(100, 0, { rows: 0 });
  try {
    const { facts, quarantined } = await loadSample({
      ...setting,
      subgraphs,
      onProgress: ({ rows, share }) => {
        bar.update(Math.floor(share * 100), { rows });
      },
    });
    bar.stop();
    say(summary(facts, started, `loaded, seed ${setting.seed}, as of ${setting.asOf}`));
    if (quarantined > 0) say(`${quarantined} rows were refused`);
  } finally {
    bar.stop();
  }
}

async function withCity(work: (subgraphs: readonly ConnectedSubgraph[]) => Promise<void>): Promise<void> {
  const config = loadConfig();
  const departments = await loadDepartments();
  const names = departments.map(({ name }) => name);
  const mongo = await openMongoForCommand(config, createLogger(config), names);
  try {
    const connected = await connectDepartments(departments, config, mongo.uri);
    await work(connected.subgraphs).finally(() => connected.close());
  } finally {
    await mongo.stop();
  }
}

function summary(facts: Readonly<Record<string, number>>, started: number, what: string): string {
  const width = Math.max(...Object.keys(facts).map((collection) => collection.length));
  const lines = Object.entries(facts).map(
    ([collection, count]) => `  ${collection.padEnd(width)} ${count.toLocaleString('en').padStart(12)}`,
  );
  const total = Object.values(facts).reduce((sum, count) => sum + count, 0);
  return [...lines, `${total.toLocaleString('en')} facts ${what}, in ${secondsSince(started)} s`].join('\n');
}

function readNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d{1,10}$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

function readAsOf(text: string): LocalDate {
  const today = todayInShanghai(new Date());
  if (isLocalDate(text) && text >= EARLIEST && text <= today) return text;
  throw new InvalidArgumentError(`Give a day from ${EARLIEST} to today (${today}), such as 2026-06-15.`);
}

function secondsSince(started: number): string {
  return ((performance.now() - started) / 1_000).toFixed(1);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
