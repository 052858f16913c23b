import type { FactDocumentBase, RecordDocument } from './FactDocument.ts';
import type { FactDraft } from './FactDraft.ts';
import type { QualityFlag } from './fields/Field.ts';
import { LASTING_FLAGS, Remarks, type LastingFlag } from './Remarks.ts';

/**
 * Gives the remarks of a corrected fact: those that its values were judged with, and those on its source that nobody can find again
 * in what is stored.
 *
 * - The source was scanned, and a code was repaired or wrong as printed: until the code is corrected.
 * - A value was set aside, or its currency assumed: until a correction gives, or takes out, every column that this is about. Where
 *   it is not known which they were, the remark stays.
 *
 * @param stored - the current revision
 * @param draft - as the correction was judged
 * @param input - only what changes
 */
export function keptRemarks(
  { record }: FactDocumentBase,
  { flags, flaggedColumns = {} }: FactDraft,
  input: Readonly<Record<string, unknown>>,
): Pick<FactDraft, 'flags' | 'flaggedColumns'> {
  const { qualityFlags = [] } = record;
  const remarks = new Remarks([...flags, ...asPrinted(input).filter((flag) => qualityFlags.includes(flag))]);
  for (const flag of LASTING_FLAGS) {
    if (flags.includes(flag)) remarks.add([flag], flaggedColumns[flag]);
    const open = openColumns(record, flag, input);
    if (open !== undefined) remarks.add([flag], open);
  }
  const { columns } = remarks;
  return { flags: remarks.flags, ...(columns === undefined ? {} : { flaggedColumns: columns }) };
}

/** What a stored remark is still about; nothing where it is not known, undefined where it is about nothing any more. */
function openColumns(
  { qualityFlags = [], provenance }: RecordDocument,
  flag: LastingFlag,
  input: Readonly<Record<string, unknown>>,
): readonly string[] | undefined {
  if (!qualityFlags.includes(flag)) return undefined;
  const known = provenance.flaggedColumns?.[flag];
  if (known === undefined) return [];
  const open = known.filter((column) => !(column in input));
  return open.length === 0 ? undefined : open;
}

function asPrinted(input: Readonly<Record<string, unknown>>): readonly QualityFlag[] {
  return 'subjectUscc' in input ? ['OCR_SOURCE'] : ['OCR_SOURCE', 'USCC_REPAIRED', 'USCC_WRONG'];
}
