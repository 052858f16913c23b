import type { Filter } from 'mongodb';
import type { IndexedEnterprise } from './IndexedEnterprise.ts';

/**
 * Narrows to the enterprises that have a key which begins so: a range of the index, in which nothing that was typed has a meaning of
 * its own.
 *
 * @param key - from `typedKey`, not empty
 */
export function keyCondition(key: string): Filter<IndexedEnterprise> {
  return { keys: { $elemMatch: { $gte: key, $lt: `${key}\u{10FFFF}` } } };
}
