import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { inventNames } from './inventNames.ts';
import type { MatchOptions } from './MatchOptions.ts';
import { measureSearchSpeed, type SpeedRow } from './measureSearchSpeed.ts';
import { summarised } from '../summarised.ts';
import { MemoryPeak } from './MemoryPeak.ts';
import { openSearchOffice } from './openSearchOffice.ts';

/** From what a mutation of the registry leaves in the ledger until it is found. */
const FRESH = 20;

/**
 * Measures how long search, suggestions and matching take in indexes of several sizes, and prints it.
 *
 * @param given - real names
 * @param options - see {@link MatchOptions}
 * @param print - gets each line
 */
export async function runSpeedBench(
  given: readonly MatchTarget[],
  { names, questions, seed }: MatchOptions,
  print: (line: string) => void,
): Promise<void> {
  const sizes = names
    .split(',')
    .map(Number)
    .filter((size) => size > 0);
  for (const size of sizes) {
    const targets = inventNames(given, size, seed);
    const office = await openSearchOffice();
    try {
      await office.register(targets);
      const memory = new MemoryPeak();
      const started = performance.now();
      const before = process.cpuUsage();
      await office.follow();
      const seconds = (performance.now() - started) / 1_000;
      const { user, system } = process.cpuUsage(before);
      const peak = memory.stop();
      const { stored, indexes } = await office.bytes();
      print(
        `\n${size} names: followed for the first time in ${seconds.toFixed(0)} s (${((user + system) / 1e6).toFixed(0)} s of processor time here), with ${megabytes(peak)} of memory at most (${megabytes(memory.before)} before); ${megabytes(stored)} on disk and ${megabytes(indexes)} of indexes`,
      );
      print('question                        p50 ms    p99 ms  p50 times  p99 times   a second');
      for (const row of await measureSearchSpeed(office, targets, questions, seed)) print(describe(row));
      const taken: number[] = [];
      for (const [at, target] of targets.slice(0, FRESH).entries()) {
        await office.register([{ ...target, name: `福州新名${String(at)}有限公司` }]);
        const fresh = performance.now();
        await office.follow();
        taken.push(performance.now() - fresh);
      }
      const { p50, p99 } = summarised(FRESH, taken, 1, 0);
      print(`one changed name is followed in ${p50.toFixed(0)} ms (p50), ${p99.toFixed(0)} ms (p99)`);
    } finally {
      await office.close();
    }
  }
}

function describe({ kind, p50, p99, p50Multiple, p99Multiple, perSecond }: SpeedRow): string {
  const figures = [p50.toFixed(2).padStart(8), p99.toFixed(2).padStart(8), p50Multiple.toFixed(1).padStart(9)];
  return [kind.padEnd(28), ...figures, p99Multiple.toFixed(1).padStart(9), perSecond.toFixed(0).padStart(9)].join('  ');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
