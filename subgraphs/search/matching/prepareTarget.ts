import { foldName } from '../names/foldName.ts';
import { parseName } from '../names/parseName.ts';
import type { MatchTarget, PreparedTarget } from './MatchTarget.ts';

/**
 * Makes an enterprise ready to be compared.
 *
 * @param target - as the index keeps it
 */
export function prepareTarget(target: MatchTarget): PreparedTarget {
  const ofAuthority = target.uscc.slice(2, 8);
  return {
    target,
    names: [target.name, ...(target.formerNames ?? [])].map((name) => parseName(name)),
    divisions: [target.districtCode?.slice(0, 6) ?? ofAuthority, ofAuthority].map((code) =>
      code.replace(/(?:00)+$/, ''),
    ),
    address: foldName(target.address ?? ''),
  };
}
