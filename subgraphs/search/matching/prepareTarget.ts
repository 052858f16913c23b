import { foldName } from '../names/foldName.ts';
import { parseName } from '../names/parseName.ts';
import type { MatchTarget, PreparedTarget } from './MatchTarget.ts';

/**
 * Makes an enterprise ready to be compared.
 *
 * @param target - as the index keeps it
 */
export function prepareTarget(target: MatchTarget): PreparedTarget {
  return {
    target,
    names: [target.name, ...(target.formerNames ?? [])].map((name) => parseName(name)),
    address: foldName(target.address ?? ''),
  };
}
