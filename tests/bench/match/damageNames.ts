import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { Chance } from '../../../src/sample/Chance.ts';
import type { Damage } from './damage/Damage.ts';
import { fullWidth, placeHabits, traditional, withoutForm } from './damage/habits.ts';
import { mistakesAmong } from './damage/mistakes.ts';
import { double, drop, swap } from './damage/slips.ts';
import type { Asked } from './measureQuality.ts';
import type { GivenNames } from './readGiven.ts';

/**
 * Damages names in every way.
 *
 * @param given - what there is
 * @param of - the enterprises whose names are damaged
 * @param sample - how many names for each kind
 * @param seed - what the choices follow from
 * @returns the damaged names by kind; names that a kind leaves as they are, are passed over
 */
export function damageNames(
  given: GivenNames,
  of: readonly MatchTarget[],
  sample: number,
  seed: number,
): ReadonlyMap<string, readonly Asked[]> {
  const mistakes = mistakesAmong(given.indexed.map(({ name }) => name));
  const habits = placeHabits(given.places);
  const kinds: Readonly<Record<string, Damage>> = {
    ...{ unchanged: (name) => name, drop, swap, double },
    ...{ homophone: mistakes.homophone, 'look-alike': mistakes.lookAlike, 'scanned badly': mistakes.scanned },
    ...{ 'without division': habits.withoutRegion, 'without legal form': withoutForm, brackets: habits.brackets },
    ...{ 'full width': fullWidth, traditional },
  };
  return new Map(Object.entries(kinds).map(([kind, damage]) => [kind, damaged(kind, damage, of, sample, seed)]));
}

function damaged(kind: string, damage: Damage, of: readonly MatchTarget[], sample: number, seed: number): Asked[] {
  const asked: Asked[] = [];
  for (let round = 0; asked.length < sample && round < sample * 20; round += 1) {
    const chance = new Chance(`${seed}/${kind}/${round}`);
    const { name, uscc } = chance.pick(of);
    const raw = damage(name, chance);
    if (kind === 'unchanged' || raw !== name) asked.push({ name: raw, uscc });
  }
  return asked;
}
