import { IngestError } from '../../src/errors/IngestError.ts';
import { resolveHeader } from '../../src/ingest/read/resolveHeader.ts';
import { RECORD_FIELDS, recordFieldNamed, type RecordField } from './recordFields.ts';

/** Columns that are added to a table, in order. */
export const MATCH_COLUMNS = ['匹配统一社会信用代码', '匹配名称', '匹配得分', '是否匹配', '匹配说明'] as const;

/** The field of a record that each column of a table holds; null where none. */
export type MatchLayout = readonly (RecordField['name'] | null)[];

/**
 * Finds out which columns of a table records are made from: by title and aliases, or as the user says.
 *
 * @param file - its name, for errors
 * @param header - its columns
 * @param chosen - what the user says, such as `name=raw_name`
 * @throws IngestError INGEST_COLUMNS_MISSING where nothing can be looked for, or a column is not there; INGEST_COLUMNS_DOUBLE
 */
export function matchLayout(file: string, header: readonly string[], chosen: readonly string[]): MatchLayout {
  const own = new Map(chosen.map((choice) => choiceOf(file, header, choice)));
  const fields = new Set(own.values());
  const { columns, duplicate } = resolveHeader(
    header,
    RECORD_FIELDS.filter(({ name }) => !fields.has(name)),
  );
  const [double] = duplicate;
  if (double !== undefined) {
    throw new IngestError('INGEST_COLUMNS_DOUBLE', { file, field: double.field, columns: double.columns.join(', ') });
  }
  const layout = header.map((column, at) => own.get(column) ?? recordFieldNamed(columns[at] ?? '') ?? null);
  if (layout.every((field) => field === null)) {
    throw new IngestError('INGEST_COLUMNS_MISSING', { file, columns: '名称 / 统一社会信用代码', collection: 'match' });
  }
  return layout;
}

function choiceOf(file: string, header: readonly string[], choice: string): readonly [string, RecordField['name']] {
  const at = choice.indexOf('=');
  const field = recordFieldNamed(choice.slice(0, Math.max(at, 0)));
  const column = choice.slice(at + 1);
  if (field === undefined || !header.includes(column)) {
    throw new IngestError('INGEST_COLUMNS_MISSING', { file, columns: choice, collection: 'match' });
  }
  return [column, field];
}

/**
 * Names the added columns so that none of them is in the table already.
 *
 * @param header - the table's
 */
export function addedColumns(header: readonly string[]): readonly string[] {
  return MATCH_COLUMNS.map((column) => {
    let name: string = column;
    for (let at = 2; header.includes(name); at += 1) name = `${column} (${at})`;
    return name;
  });
}
