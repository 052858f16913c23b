import { MATCH_THRESHOLD } from '../../../subgraphs/search/matching/thresholds.ts';
import { Chance } from '../../../src/sample/Chance.ts';
import { damageNames } from './damageNames.ts';
import { describeQuality, QUALITY_HEAD } from './describeQuality.ts';
import { editMatcher } from './editMatcher.ts';
import type { Matcher } from './Matcher.ts';
import type { MatchOptions } from './MatchOptions.ts';
import { measureQuality, type Asked } from './measureQuality.ts';
import { openIndex } from './openIndex.ts';
import { productMatcher } from './productMatcher.ts';
import { readGiven, type GivenNames } from './readGiven.ts';
import { runSpeedBench } from './runSpeedBench.ts';
import { textMatcher } from './textMatcher.ts';

/**
 * Asks the product and the baselines the same names, and prints what they find.
 *
 * @param options - see {@link MatchOptions}
 * @param print - gets each line
 */
export async function runMatchBench(options: MatchOptions, print: (line: string) => void): Promise<void> {
  const given = await readGiven(options.data, options.seed);
  if (!options.speedOnly) await runQualityBench(given, options, print);
  await runSpeedBench(given.indexed, options, print);
}

async function runQualityBench(given: GivenNames, options: MatchOptions, print: (line: string) => void): Promise<void> {
  const { indexed, absent } = given;
  print(`Seed ${options.seed}: ${indexed.length} names in the index, ${absent.length} left out of it.`);
  print(`A match is a first candidate with a score of ${MATCH_THRESHOLD} or more. Shares in per cent.`);
  const asked = askedNames(given, options);
  const index = await openIndex(indexed);
  try {
    const product = productMatcher('This product', (name) => index.candidates(name, options.candidates));
    await measure(product, asked, Infinity, print);
    if (options.baseline === 0) return;
    await measure(editMatcher(indexed), asked, options.baseline, print);
    await measure(await textMatcher(index.db, indexed, 'name'), asked, options.baseline, print);
    // Each question reads the postings of common pairs whole, and takes up to a second.
    const pairs = await textMatcher(index.db, indexed, 'pairs');
    await measure(pairs, asked, Math.ceil(options.baseline / 5), print);
  } finally {
    await index.close();
  }
}

async function measure(
  matcher: Matcher,
  asked: ReadonlyMap<string, readonly Asked[]>,
  most: number,
  print: (line: string) => void,
): Promise<void> {
  print(`\n${matcher.title}\n${QUALITY_HEAD}`);
  for (const [kind, names] of asked) {
    print(describeQuality(kind, await measureQuality(matcher, names.slice(0, most), MATCH_THRESHOLD), matcher));
  }
}

/** Published pairs, names damaged in every way, and names of which there is nothing to be found. */
function askedNames(given: GivenNames, options: MatchOptions): ReadonlyMap<string, readonly Asked[]> {
  const { sample, seed, absent, worked } = options;
  const asked = new Map<string, readonly Asked[]>();
  asked.set(
    'published, damaged',
    given.pairs.map(({ raw, uscc }) => ({ name: raw, uscc })),
  );
  for (const [kind, names] of damageNames(given, worked ? given.worked : given.judged, sample, seed))
    asked.set(kind, names);
  const chance = new Chance(`${seed}/absent`);
  asked.set(
    'not there',
    Array.from({ length: absent }, () => missing(chance.pick(given.absent).name)),
  );
  const damaged = damageNames(given, given.absent, sample, seed);
  for (const kind of ['homophone', 'scanned badly']) {
    asked.set(
      `not there, ${kind}`,
      (damaged.get(kind) ?? []).map(({ name }) => missing(name)),
    );
  }
  return asked;
}

function missing(name: string): Asked {
  return { name, uscc: undefined };
}
