import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { inventNames } from './inventNames.ts';
import type { MatchOptions } from './MatchOptions.ts';
import { measureSearchSpeed, type SpeedRow } from './measureSearchSpeed.ts';
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
      const started = performance.now();
      await office.follow(targets);
      const seconds = (performance.now() - started) / 1_000;
      const { stored, indexes } = await office.bytes();
      print(
        `\n${size} names: followed in ${seconds.toFixed(0)} s, ${megabytes(stored)} on disk and ${megabytes(indexes)} of indexes`,
      );
      print('question                        p50 ms    p99 ms  p50 times  p99 times   a second');
      for (const row of await measureSearchSpeed(office, targets, questions, seed)) print(describe(row));
      const fresh = performance.now();
      const changed = targets
        .slice(0, FRESH)
        .map((target, at) => ({ ...target, name: `福州新名${String(at)}有限公司` }));
      for (const target of changed) await office.follow([target]);
      print(
        `one changed name is followed in ${((performance.now() - fresh) / FRESH).toFixed(0)} ms; memory of this process: ${megabytes(process.memoryUsage().rss)}`,
      );
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
