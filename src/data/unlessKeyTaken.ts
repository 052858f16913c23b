import type { DepartmentDatabase } from './DepartmentDatabase.ts';
import { keyField, type FactCollection } from './FactCollection.ts';
import type { FactDraft } from './FactDraft.ts';
import type { FieldFault } from './judgeFact.ts';
import { isKeyCollision, livingKeyFilter } from './livingKey.ts';

/**
 * Writes a correction unless it makes a fact the same as another, be it one that is corrected at the same moment.
 *
 * @param database - the owner's
 * @param collection - the declaration
 * @param draft - as the correction was judged
 * @param write - writes it
 * @returns what was written, or a fault that names the field to look at; nothing is written then
 */
export async function unlessKeyTaken<Written>(
  database: DepartmentDatabase,
  collection: FactCollection,
  draft: FactDraft,
  write: () => Promise<Written>,
): Promise<{ readonly written: Written } | { readonly taken: FieldFault }> {
  const taken = await keyTaken(database, collection, draft);
  if (taken !== undefined) return { taken };
  try {
    return { written: await write() };
  } catch (error) {
    const overtaken = isKeyCollision(error) ? await keyTaken(database, collection, draft) : undefined;
    if (overtaken === undefined) throw error;
    return { taken: overtaken };
  }
}

/**
 * Finds out whether a correction makes a fact the same as another: what two living facts of one natural key say would
 * contradict each other, and no file could tell which one it means.
 */
async function keyTaken(
  database: DepartmentDatabase,
  collection: FactCollection,
  { id, key }: FactDraft,
): Promise<FieldFault | undefined> {
  if (key === undefined) return undefined;
  const facts = database.facts(collection);
  const projection = { _id: 1 } as const;
  // Two commands, since MongoDB reads an alternative of both by neither index.
  const others = await Promise.all([
    facts.findOne({ _id: key, 'record.state': { $ne: 'DELETED' } }, { projection }),
    facts.findOne(livingKeyFilter([key]), { projection }),
  ]);
  const other = others.find((one) => one !== null && one._id !== id);
  if (!other) return undefined;
  const expected = `已有相同的记录 ${other._id}，请更正或撤销其中一条 / fact ${other._id} has this key: correct that one, or annul one of the two`;
  return { field: keyField(collection), fault: { code: 'KEY_TAKEN', expected } };
}
