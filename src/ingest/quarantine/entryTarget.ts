import { columnsOf } from '../../data/envelopeFields.ts';
import { collectionId, type FactCollection } from '../../data/FactCollection.ts';
import { IngestError } from '../../errors/IngestError.ts';
import { todayInShanghai } from '../../values/localDate.ts';
import type { ImportTarget, SourceRow } from '../importRows.ts';
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
  const { name, uscc } = profile?.provider ?? {};
  return {
    target: {
      database,
      collection,
      directory,
      origin: { batch, source: source ?? file, operator, receivedAt: now },
      setting: {
        today: todayInShanghai(now),
        neverHas: new Set(profile?.neverHas),
        provider: { ...(name === undefined ? {} : { name }), ...(uscc === undefined ? {} : { uscc }) },
        flags: [],
      },
      file,
      source,
      columnOf: columnNamer(header, layout, collection),
    },
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

function columnNamer(
  header: readonly string[],
  { columns }: Layout,
  collection: FactCollection,
): (field: string) => string {
  const titles = new Map(columnsOf(collection).map(([name, { title }]) => [name, title]));
  return (field) => header[columns.indexOf(field)] ?? titles.get(field) ?? field;
}
