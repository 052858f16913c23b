import type { Filter } from 'mongodb';
import { meetsAccess } from '../../../src/policy/meetsAccess.ts';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { Generation } from './Generation.ts';
import type { ListingDocument } from './ListingDocument.ts';

/** Facts of one question at most; the enterprises that are asked about are few, and so are their places on lists. */
const MOST = 10_000;

/**
 * Reads the facts that put enterprises on lists, as far as the caller may see them now: by the visibility rule over all owners, and of types
 * that the caller may use. What changed in the last moment may be among them: see `readSettled`.
 *
 * @param generation - of the index
 * @param usccs - the enterprises
 * @param context - the request
 */
export function readListings(
  { listings }: Generation,
  usccs: readonly string[],
  { caller, now, departments }: SubgraphContext,
): Promise<readonly ListingDocument[]> {
  const types = departments.flatMap(({ factTypes }) => factTypes);
  const withheld = types.filter(({ access }) => !meetsAccess(caller, access)).map(({ type }) => type);
  const conditions: Filter<ListingDocument>[] = [
    { subjectUscc: { $in: [...usccs] } },
    visibilityOverAll(caller, todayInShanghai(now)),
    ...(withheld.length === 0 ? [] : [{ type: { $nin: withheld } }]),
  ];
  return listings.find({ $and: conditions }, { limit: MOST }).toArray();
}
