import { join } from 'node:path';
import { Command } from 'commander';
import { Chance } from '../../../src/sample/Chance.ts';
import { MATCH_THRESHOLD } from '../../../subgraphs/search/matching/thresholds.ts';
import { damageNames } from './damageNames.ts';
import { editMatcher } from './editMatcher.ts';
import type { Matcher } from './Matcher.ts';
import { measureQuality, type Asked, type Quality } from './measureQuality.ts';
import { NameIndex } from './NameIndex.ts';
import { productMatcher } from './productMatcher.ts';
import { readGiven } from './readGiven.ts';

interface Options {
  readonly data: string;
  readonly sample: number;
  readonly absent: number;
  readonly seed: number;
  readonly candidates: number;
  readonly worked: boolean;
  readonly pairs: boolean;
  readonly baselines: boolean;
}

const program = new Command('bench:match')
  .description('Measures how well damaged names are matched, beside plain edit distance and MongoDB.')
  .option('--data <folder>', 'where the given registrations lie', join(process.cwd(), '../shared/data'))
  .option('--sample <number>', 'damaged names of each kind', Number, 300)
  .option('--absent <number>', 'names asked of which the index holds nothing', Number, 2_000)
  .option('--seed <number>', 'what is left out and how names are damaged follows from it', Number, 3501)
  .option('--candidates <number>', 'candidates that are scored', Number, 100)
  .option('--worked', 'damage the half that the scoring was worked out on', false)
  .option('--no-pairs', 'leave the published damaged names out')
  .option('--no-baselines', 'leave the baselines out');

const options = program.parse().opts<Options>();
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const given = await readGiven(options.data, options.seed);
print(`seed ${options.seed}; ${given.indexed.length} names in the index, ${given.absent.length} left out of it`);
const index = new NameIndex(given.indexed);
const matchers: Matcher[] = [productMatcher('product', (name) => index.candidates(name, options.candidates))];
if (options.baselines) matchers.push(editMatcher(given.indexed));
const asked = new Map(damageNames(given, options.worked ? given.worked : given.judged, options.sample, options.seed));
if (options.pairs)
  asked.set(
    'published pairs',
    given.pairs.map(({ raw, uscc }) => ({ name: raw, uscc })),
  );
const chance = new Chance(`${options.seed}/absent`);
const absent: Asked[] = Array.from({ length: options.absent }, () => ({
  name: chance.pick(given.absent).name,
  uscc: undefined,
}));
asked.set('not in the index', absent);
for (const matcher of matchers) {
  print(`\n${matcher.title}`);
  print('kind                 asked recall@1 recall@5 matched precision false  per second');
  for (const [kind, names] of asked) print(line(kind, await measureQuality(matcher, names, MATCH_THRESHOLD)));
}

function line(kind: string, quality: Quality): string {
  const shares = [quality.recallAt1, quality.recallAt5, quality.matched, quality.precision, quality.falseMatches];
  const cells = shares.map((share) => (share * 100).toFixed(1).padStart(8));
  return `${kind.padEnd(20)} ${String(quality.asked).padStart(5)} ${cells.join(' ')} ${quality.perSecond.toFixed(0).padStart(8)}`;
}
