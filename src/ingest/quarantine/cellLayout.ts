import { columnsOf } from '../../data/envelopeFields.ts';
import type { FactCollection } from '../../data/FactCollection.ts';
import type { Layout } from '../layRows.ts';
import { resolveHeader } from '../read/resolveHeader.ts';
import { bindProfile } from '../source/bindProfile.ts';
import type { SourceProfile } from '../source/SourceProfile.ts';

/**
 * Finds out how the cells of a quarantined row are read: as its file was, by its source profile, else by titles and aliases.
 *
 * A file is refused where a required column is missing; a row of it is judged all the same, since its missing value is
 * a reason like any other. Nor can a row leave its source again: whatever its cells say by now, it is not dropped.
 *
 * @param header - the row's columns
 * @param collection - where it goes
 * @param profile - the profile that its file was read by
 */
export function cellLayout(
  header: readonly string[],
  collection: FactCollection,
  profile: SourceProfile | undefined,
): Layout {
  if (profile !== undefined) {
    const { columns, unknown, flagsOf } = bindProfile(profile, header);
    return { columns, ignored: unknown, belongs: () => true, flagsOf, constants: profile.constants };
  }
  const { columns, ignored } = resolveHeader(
    header,
    columnsOf(collection).map(([name, field]) => ({ ...field, name })),
  );
  return { columns, ignored, belongs: () => true, flagsOf: () => [], constants: {} };
}
