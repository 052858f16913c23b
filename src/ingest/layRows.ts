import type { QualityFlag } from '../data/fields/Field.ts';
import { columnsOf } from '../data/envelopeFields.ts';
import { collectionId, type FactCollection } from '../data/FactCollection.ts';
import { IngestError } from '../errors/IngestError.ts';
import { resolveHeader } from './read/resolveHeader.ts';
import { ROW_FAULTS } from './read/rowFaults.ts';
import type { RawRow, RowSource } from './read/RowSource.ts';
import { bindProfile } from './source/bindProfile.ts';
import type { SourceProfile } from './source/SourceProfile.ts';
import type { SourceRow } from './importRows.ts';

/** How the columns of one file are read. */
export interface Layout {
  /** The field of each column. */
  readonly columns: readonly (string | null)[];
  readonly ignored: readonly string[];
  readonly belongs: (cells: readonly string[]) => boolean;
  readonly flagsOf: (cells: readonly string[]) => readonly QualityFlag[];
  /** Values that the whole source shares, by field. */
  readonly constants: Readonly<Record<string, string>>;
}

/**
 * Finds out how a file's columns are read: by its source profile, else by titles and aliases of the collection. Columns that turn up
 * further down, as JSON Lines may bring them, are read from there on.
 *
 * @param source - the opened file
 * @param collection - where it goes
 * @param profile - the profile that fits, where one does
 * @throws IngestError INGEST_COLUMNS_MISSING or INGEST_COLUMNS_DOUBLE
 */
export function layoutOf(source: RowSource, collection: FactCollection, profile: SourceProfile | undefined): Layout {
  let width = source.header.length;
  let known = layoutNow(source, collection, profile);
  const layout = (): Layout => {
    if (source.header.length !== width) {
      width = source.header.length;
      known = layoutNow(source, collection, profile);
    }
    return known;
  };
  return {
    get columns() {
      return layout().columns;
    },
    get ignored() {
      return layout().ignored;
    },
    belongs: (cells) => layout().belongs(cells),
    flagsOf: (cells) => layout().flagsOf(cells),
    constants: known.constants,
  };
}

function layoutNow(source: RowSource, collection: FactCollection, profile: SourceProfile | undefined): Layout {
  if (profile !== undefined) {
    const { columns, unknown, belongs, flagsOf } = bindProfile(profile, source.header);
    return { columns, ignored: unknown, belongs, flagsOf, constants: profile.constants };
  }
  const fields = columnsOf(collection).map(([name, field]) => ({ ...field, name }));
  const resolved = resolveHeader(source.header, fields);
  const about = { file: source.name, collection: collectionId(collection) };
  const missing = [...resolved.missing.map((name) => fields.find((field) => field.name === name)?.title ?? name)];
  if (collection.kind === 'FACT' && !SUBJECT_COLUMNS.some((name) => resolved.columns.includes(name))) {
    missing.push('统一社会信用代码 / 主体名称');
  }
  if (missing.length > 0) throw new IngestError('INGEST_COLUMNS_MISSING', { ...about, columns: missing.join(', ') });
  const [double] = resolved.duplicate;
  if (double !== undefined) {
    throw new IngestError('INGEST_COLUMNS_DOUBLE', {
      ...about,
      field: double.field,
      columns: double.columns.join(', '),
    });
  }
  return {
    columns: resolved.columns,
    ignored: resolved.ignored,
    belongs: () => true,
    flagsOf: () => [],
    constants: {},
  };
}

const SUBJECT_COLUMNS = ['subjectUscc', 'subjectName', 'orgCode'];

/**
 * Lays the rows of a file out by field; rows of other lists in the same file are left out.
 *
 * @param source - the opened file
 * @param layout - how its columns are read
 * @param countOther - told how many rows of a chunk belong to other lists
 */
export async function* layRows(
  source: RowSource,
  layout: Layout,
  countOther: (rows: number) => void,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const rows of source.rows) {
    const own = rows.filter(({ cells, fault }) => fault !== null || layout.belongs(cells));
    if (own.length < rows.length) countOther(rows.length - own.length);
    yield own.map((row) => layRow(source, layout, row));
  }
}

function layRow(source: RowSource, layout: Layout, { number, cells, fault }: RawRow): SourceRow {
  return {
    number,
    values: fault === null ? valuesOf(layout, cells) : {},
    cells: () => Object.fromEntries(cells.map((cell, at) => [source.header[at] ?? `#${at + 1}`, cell])),
    flags: fault === null ? layout.flagsOf(cells) : [],
    fault:
      fault === null
        ? null
        : { column: '*', code: 'ROW_UNREADABLE', expected: `${ROW_FAULTS[fault].zh} / ${ROW_FAULTS[fault].en}` },
  };
}

function valuesOf({ columns, constants }: Layout, cells: readonly string[]): Record<string, string> {
  const values: Record<string, string> = { ...constants };
  for (let at = 0; at < columns.length; at += 1) {
    const field = columns[at];
    const cell = cells[at];
    if (typeof field === 'string' && cell !== undefined && cell !== '') values[field] = cell;
  }
  return values;
}
