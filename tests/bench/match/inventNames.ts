import { Chance } from '../../../src/sample/Chance.ts';
import type { MatchTarget } from '../../../subgraphs/search/matching/MatchTarget.ts';
import { parseName } from '../../../subgraphs/search/names/parseName.ts';

/**
 * Adds invented enterprises to given ones. Each name takes its division from one, its industry and legal form from another and its trade
 * name from two, so that parts are as frequent as in real names.
 *
 * @param given - real names
 * @param count - how many there are in the end
 * @param seed - what is invented follows from it
 */
export function inventNames(given: readonly MatchTarget[], count: number, seed: number): readonly MatchTarget[] {
  const parts = given.map(({ name }) => parseName(name)).filter(({ trade, form }) => trade !== '' && form !== '');
  const chance = new Chance(`${seed}/names`);
  const pick = () => parts[chance.int(0, parts.length - 1)] ?? parseName('');
  const names = new Set(given.map(({ name }) => name));
  const targets = given.slice(0, count);
  while (targets.length < count) {
    const [front, back] = [Array.from(pick().trade), Array.from(pick().trade)];
    const mixed = [...front.slice(0, Math.ceil(front.length / 2)), ...back.slice(Math.floor(back.length / 2))];
    const trade = (chance.isTrue(0.5) ? mixed : front).join('');
    const { industry, form } = pick();
    const name = pick().region + trade + industry + form;
    if (names.has(name)) continue;
    names.add(name);
    targets.push({ uscc: `0${String(targets.length).padStart(17, '0')}`, name, establishedOn: '2015-05-05' });
  }
  return targets;
}
