import type { Filter } from 'mongodb';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { usableTypes } from '../../../src/subgraph/usableTypes.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import type { Generation } from './Generation.ts';
import type { ListingDocument } from './ListingDocument.ts';
import { NumberSet } from './postings/NumberSet.ts';

/** Facts of one question at most; the enterprises that are asked about are few, and so are their places on lists. */
const MOST = 10_000;
/** Facts of some lists at most: those of longer lists are not read one by one. */
const LISTED_MOST = 20_000;

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
  context: SubgraphContext,
): Promise<readonly ListingDocument[]> {
  const about: Filter<ListingDocument> = { subjectUscc: { $in: [...usccs] } };
  return listings.find({ $and: [about, ...visible(context)] }, { limit: MOST }).toArray();
}

/**
 * Tells the enterprises that stand on one of some lists, by the same rule: what the caller may not see has no part in it, so that nothing
 * of it can be told from what is found.
 *
 * @param generation - of the index
 * @param lists - ids of lists
 * @param context - the request
 * @returns their numbers in the index; undefined where they are more than can be looked up for one question
 */
export async function readListedNumbers(
  { listings, enterprises }: Generation,
  lists: readonly string[],
  context: SubgraphContext,
): Promise<NumberSet | undefined> {
  const onOne: Filter<ListingDocument> = { lists: { $in: [...lists] } };
  const found = await listings
    .find({ $and: [onOne, ...visible(context)] }, { projection: { _id: 0, subjectUscc: 1 }, limit: LISTED_MOST + 1 })
    .toArray();
  if (found.length > LISTED_MOST) return undefined;
  const usccs = [...new Set(found.map(({ subjectUscc }) => subjectUscc))];
  const about = enterprises.find({ subjectUscc: { $in: usccs } }, { projection: { _id: 1 } });
  const set = new NumberSet();
  for (const { _id } of await about.toArray()) set.add(_id);
  return set;
}

function visible({ caller, now, departments }: SubgraphContext): readonly Filter<ListingDocument>[] {
  return [visibilityOverAll(caller, todayInShanghai(now)), { type: { $in: usableTypes(departments, caller) } }];
}
