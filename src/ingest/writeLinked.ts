import type { FactDraft } from '../data/FactDraft.ts';
import { writeFacts, type WrittenFact } from '../data/writeFacts.ts';
import type { ImportTarget } from './importRows.ts';
import { linkSubjects } from './linkSubjects.ts';
import type { QuarantineReason } from './quarantine.ts';

/**
 * Links the judged rows of a file to their enterprises and writes them; rows that come out of quarantine go the same way.
 *
 * @param drafts - at most a batch
 * @param target - where they go
 * @returns an outcome per draft, in order
 */
export async function writeLinked(
  drafts: readonly FactDraft[],
  { database, collection, directory, origin, setting }: ImportTarget,
): Promise<readonly WrittenFact[]> {
  const linked = collection.kind === 'FACT' ? await linkSubjects(drafts, directory) : drafts;
  return writeFacts(database, collection, linked, { origin, reason: 'CORRECTED', neverHas: setting.neverHas });
}

/**
 * Says why a row stays in quarantine that contradicts another row of its file.
 *
 * @param fact - written with the outcome CONFLICT
 */
export function conflictReason({ conflictsWith }: WrittenFact): QuarantineReason {
  const other = conflictsWith === undefined ? '' : String(conflictsWith);
  return {
    column: '*',
    code: 'CONFLICTS_IN_FILE',
    expected: `与第 ${other} 行为同一记录但内容不同 / the same fact as row ${other}, with other content`,
  };
}
