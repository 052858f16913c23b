import type { Filter } from 'mongodb';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { usableTypes } from '../../../src/subgraph/usableTypes.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { pendingFacts } from './pendingFacts.ts';
import type { TimelineDocument } from './TimelineDocument.ts';

/**
 * What of the timeline a caller may read now: by the visibility rule over all owners, of types that the caller may use, and nothing
 * that the timeline may hold in an older state than its owner. Facts of a department whose database is away are left out, and the answer
 * names it: whether they are still public is not known.
 *
 * The ledger is asked before the timeline is read, so the filter holds for questions that are asked after it was made, within the
 * same request. It is joined with other conditions by `$and` only.
 *
 * @param context - the request
 * @param usccs - the enterprises that the question is about, to which it is narrowed; all facts unless given, linked or not
 */
export async function readableFilter(
  context: SubgraphContext,
  usccs?: readonly string[],
): Promise<Filter<TimelineDocument>> {
  const { caller, now, departments } = context;
  const pending = await pendingFacts(context, usccs);
  // Whether a fact may be shown and whether its type may be used are two questions (design section 1).
  const conditions: Filter<TimelineDocument>[] = [
    visibilityOverAll(caller, todayInShanghai(now)),
    { type: { $in: usableTypes(departments, caller) } },
  ];
  if (usccs !== undefined) conditions.push({ subjectUscc: { $in: [...usccs] } });
  if (pending.facts.size > 0) conditions.push({ _id: { $nin: [...pending.facts] } });
  if (pending.silent.length > 0) conditions.push({ department: { $nin: [...pending.silent] } });
  return { $and: conditions };
}
