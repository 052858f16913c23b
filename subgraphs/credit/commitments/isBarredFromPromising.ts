import { LoaderCache } from '../../../src/data/LoaderCache.ts';
import { visibilityFilter } from '../../../src/policy/visibility.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { todayInShanghai } from '../../../src/values/localDate.ts';
import { commitments } from '../collections/commitments.ts';
import { BASIS_CALLERS } from '../evaluation/evaluationBasis.ts';
import { readableFacts } from '../timeline/readableFacts.ts';

/**
 * Tells whether an enterprise may not promise instead of proving: a serious record of it stands unrepaired, or an earlier promise was
 * found false (深圳经济特区社会信用条例 art. 59). It is judged by what every department may see today, whoever asks: what is over,
 * hidden or for the office alone neither counts nor shows in the answer, which says that there is something, never what.
 *
 * @param uscc - the enterprise
 * @param context - the request
 */
export async function isBarredFromPromising(uscc: string, context: SubgraphContext): Promise<boolean> {
  const official = { ...context, caller: BASIS_CALLERS.GOVERNMENT, loaders: new LoaderCache() };
  const serious = { 'record.polarity': 'NEGATIVE', 'record.severity': 'SERIOUS' } as const;
  const found = await readableFacts(official, uscc, { filter: serious, limit: 1, projection: { type: 1 } });
  return found.length > 0 || madeFalsePromise(uscc, context);
}

/** The office's own commitments are asked for where they lie: a promise found false a moment ago counts as well. */
async function madeFalsePromise(uscc: string, { database, now }: SubgraphContext): Promise<boolean> {
  const visible = visibilityFilter(BASIS_CALLERS.GOVERNMENT, todayInShanghai(now), commitments);
  const isFalse = { subjectUscc: uscc, foundFalseOn: { $exists: true } };
  const found = await database.facts(commitments).findOne({ $and: [visible, isFalse] }, { projection: { _id: 1 } });
  return found !== null;
}
