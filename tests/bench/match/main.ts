import { join } from 'node:path';
import { Command } from 'commander';
import type { MatchOptions } from './MatchOptions.ts';
import { runMatchBench } from './runMatchBench.ts';

const program = new Command('bench:match')
  .description(
    'Measures how well damaged names are matched, beside plain edit distance and MongoDB, and prints the shares.',
  )
  .option('--data <folder>', 'where the given registrations lie', join(process.cwd(), '../shared/data'))
  .option('--sample <number>', 'damaged names of each kind', Number, 300)
  .option('--baseline <number>', 'the same for the baselines, which are slow; 0 leaves them out', Number, 50)
  .option('--absent <number>', 'names asked of which the index holds nothing', Number, 2_000)
  .option('--seed <number>', 'what is left out and how names are damaged follows from it', Number, 3501)
  .option('--candidates <number>', 'candidates that are scored', Number, 100)
  .option('--names <sizes>', 'sizes of the indexes in which speed is measured', '10000,100000,1000000')
  .option('--questions <number>', 'questions of each kind by which speed is measured', Number, 300)
  .option('--speed-only', 'measure speed alone', false)
  .option('--worked', 'damage the half that the scoring was worked out on', false);

await runMatchBench(program.parse().opts<MatchOptions>(), (line) => void process.stdout.write(`${line}\n`));
