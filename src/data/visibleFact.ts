import { AppError } from '../errors/AppError.ts';
import { visibilityFilter } from '../policy/visibility.ts';
import type { SubgraphContext } from '../subgraph/context.ts';
import { todayInShanghai } from '../values/localDate.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDocument } from './FactDocument.ts';
import type { Fields } from './fields/Field.ts';

/**
 * Reads a whole fact that the caller is about to change, as it stands now.
 *
 * @param collection - whose fact
 * @param id - its id
 * @param context - the request
 * @throws AppError FACT_UNKNOWN where there is none that the caller may see
 */
export async function visibleFact<F extends Fields>(
  collection: FactCollection<F>,
  id: string,
  { caller, now, database, subjects }: Pick<SubgraphContext, 'caller' | 'now' | 'database' | 'subjects'>,
): Promise<FactDocument<F>> {
  const visible = visibilityFilter(caller, todayInShanghai(now), collection);
  const fact = await database.facts(collection).findOne({ _id: id, ...visible });
  if (fact === null) throw new AppError('FACT_UNKNOWN', { type: collection.type });
  if (fact.subjectUscc !== undefined) subjects?.add(fact.subjectUscc);
  return fact as FactDocument<F>;
}
