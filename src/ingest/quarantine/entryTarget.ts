import { collectionId, type FactCollection } from '../../data/FactCollection.ts';
import { IngestError } from '../../errors/IngestError.ts';
import type { ImportTarget, SourceRow } from '../importRows.ts';
import { importTarget } from '../importTarget.ts';
import type { Layout } from '../layRows.ts';
import type { QuarantinedRow } from '../quarantine.ts';
import type { SourceProfile } from '../source/SourceProfile.ts';
import type { SubjectDirectory } from '../SubjectDirectory.ts';
import { cellLayout } from './cellLayout.ts';
import type { QuarantineStore } from './QuarantineStore.ts';

/** Who brings quarantined rows in, and when. */
export interface Settling {
  readonly directory: SubjectDirectory;
  /** As `name@department`. */
  readonly operator: string;
  readonly now: Date;
}

/** Rows of one file with the same columns, ready to be judged. */
export interface EntryTarget {
  readonly target: ImportTarget;
  readonly rows: readonly SourceRow[];
}

/**
 * Lays quarantined rows out as their file was when it was imported: same batch and row, same profile, same columns. They are
 * received now, since nobody has seen them before.
 *
 * @param store - the collection
 * @param entries - of one file, with the same columns
 * @param settling - who brings them in
 * @throws IngestError INGEST_PROFILE_UNKNOWN where the file's profile is gone
 */
export function entryTarget(
  { database, collection, profiles }: QuarantineStore,
  entries: readonly [QuarantinedRow, ...QuarantinedRow[]],
  { directory, operator, now }: Settling,
): EntryTarget {
  const [{ batch, file, source, cells }] = entries;
  const profile = profileOf(profiles, collection, source);
  const header = Object.keys(cells);
  const layout = cellLayout(header, collection, profile);
  return {
    target: importTarget({ database, collection, directory, operator, now }, { batch, file, profile, header, layout }),
    rows: entries.map((entry) => layEntry(entry, layout)),
  };
}

function profileOf(
  profiles: readonly SourceProfile[],
  collection: FactCollection,
  source: string | null,
): SourceProfile | undefined {
  if (source === null) return undefined;
  const own = profiles.filter((profile) => profile.collection === collectionId(collection));
  const found = own.find(({ name }) => name === source);
  if (found !== undefined) return found;
  const names = own.map(({ name }) => name).join(', ') || '-';
  throw new IngestError('INGEST_PROFILE_UNKNOWN', { collection: collectionId(collection), name: source, names });
}

function layEntry({ row: number, cells, reasons }: QuarantinedRow, { columns, flagsOf, constants }: Layout): SourceRow {
  const raw = Object.values(cells);
  const given = columns.flatMap((field, at) =>
    field === null || raw[at] === undefined || raw[at] === '' ? [] : [[field, raw[at]] as const],
  );
  return {
    number,
    values: { ...constants, ...Object.fromEntries(given) },
    cells: () => cells,
    flags: flagsOf(raw),
    fault: reasons.find(({ code }) => code === 'ROW_UNREADABLE') ?? null,
  };
}
