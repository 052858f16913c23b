import type { DepartmentDatabase } from './DepartmentDatabase.ts';
import type { FactCollection } from './FactCollection.ts';
import type { FactDraft } from './FactDraft.ts';
import type { FieldFault } from './judgeFact.ts';

/**
 * Finds out whether a correction makes a fact the same as another: what two living facts of one natural key say would
 * contradict each other, and no file could tell which one it means.
 *
 * @param database - the owner's
 * @param collection - the declaration
 * @param draft - as the correction was judged
 * @returns a fault that names the field to look at, or undefined
 */
export async function keyTaken(
  database: DepartmentDatabase,
  collection: FactCollection,
  { id, key }: FactDraft,
): Promise<FieldFault | undefined> {
  if (key === undefined) return undefined;
  const other = await database.facts(collection).findOne(
    {
      $or: [{ _id: key }, { 'record.provenance.key': key }],
      $nor: [{ _id: id }],
      'record.state': { $ne: 'DELETED' },
    },
    { projection: { _id: 1 } },
  );
  if (other === null) return undefined;
  const field = collection.naturalKey.find((part) => part !== 'subject') ?? 'subjectUscc';
  const expected = `已有相同的记录 ${other._id}，请更正或撤销其中一条 / fact ${other._id} has this key: correct that one, or annul one of the two`;
  return { field, fault: { code: 'KEY_TAKEN', expected } };
}
