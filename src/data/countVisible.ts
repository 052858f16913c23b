import type { Collection, Filter } from 'mongodb';
import type { FactDocumentBase } from './FactDocument.ts';

const FLAGS = 'record.qualityFlags';

/**
 * Counts the facts of a whole collection that a caller may see.
 *
 * A caller for whom unlinked facts are hidden is told the number of all others as a difference: both its parts are read from the keys of an
 * index, while no index can tell by its keys alone which facts lack a mark.
 *
 * @param facts - the collection
 * @param visible - the visibility rule for the caller
 * @param filter - narrows further
 */
export async function countVisible(
  facts: Collection<FactDocumentBase>,
  visible: Filter<FactDocumentBase>,
  filter: Filter<FactDocumentBase>,
): Promise<number> {
  const { [FLAGS]: flags, ...others } = visible as Readonly<Record<string, unknown>>;
  if (!hidesUnlinked(flags) || Object.keys(filter).length > 0) return facts.countDocuments({ $and: [visible, filter] });
  const unlinked: Filter<FactDocumentBase> = { ...others, [FLAGS]: 'SUBJECT_UNLINKED' };
  const [all, hidden] = await Promise.all([facts.countDocuments(others), facts.countDocuments(unlinked)]);
  return all - hidden;
}

function hidesUnlinked(flags: unknown): boolean {
  return JSON.stringify(flags) === JSON.stringify({ $ne: 'SUBJECT_UNLINKED' });
}
