import type { ErrorEntry } from './codes.ts';

const define = <Codes extends string>(table: Record<Codes, ErrorEntry>): Readonly<Record<Codes, ErrorEntry>> => table;

/** Every failure of a file as a whole, of a template and of a source profile. Faults of single rows are no errors: they go to quarantine. */
export const INGEST_ERRORS = define({
  INGEST_FILE_MISSING: {
    en: 'There is no file {file}.',
    zh: '找不到文件 {file}。',
    http: 400,
    retryable: false,
    action: 'Check the path; relative paths start at the current folder.',
  },
  INGEST_FILE_IS_FOLDER: {
    en: '{file} is a folder, not a file.',
    zh: '{file} 是目录，不是文件。',
    http: 400,
    retryable: false,
    action: 'Name the files in it, for example with a wildcard of the shell.',
  },
  INGEST_FILE_UNREADABLE: {
    en: '{file} can not be read: {reason}.',
    zh: '无法读取 {file}：{reason}。',
    http: 400,
    retryable: true,
    action: 'Check the rights on the file, and that it is not being written or moved.',
  },
  INGEST_FILE_EMPTY: {
    en: '{file} is empty.',
    zh: '{file} 是空文件。',
    http: 400,
    retryable: false,
    action: 'Export the file again; its first row must hold the column names.',
  },
  INGEST_FORMAT_UNKNOWN: {
    en: '{file} looks like {found}; CSV, XLSX and JSON Lines are read, plain or gzip.',
    zh: '{file} 的内容像是 {found}；支持 CSV、XLSX 和 JSON Lines，可用 gzip 压缩。',
    http: 400,
    retryable: false,
    action: 'Save the data as CSV (UTF-8) or XLSX and try again.',
  },
  INGEST_GZIP_BROKEN: {
    en: 'The gzip file {file} is cut off or damaged.',
    zh: 'gzip 文件 {file} 不完整或已损坏。',
    http: 400,
    retryable: false,
    action: 'Transfer or compress the file again.',
  },
  INGEST_XLSX_BROKEN: {
    en: 'The workbook {file} is cut off or damaged.',
    zh: '工作簿 {file} 不完整或已损坏。',
    http: 400,
    retryable: false,
    action: 'Transfer the file again, or open it in a spreadsheet and save it anew.',
  },
  INGEST_XLSX_TOO_LARGE: {
    en: 'The workbook {file} is too large: at most {limit} MB are read into memory ({part}).',
    zh: '工作簿 {file} 过大：最多读取 {limit} MB（{part}）。',
    http: 413,
    retryable: false,
    action: 'Save the sheet as CSV (UTF-8): files of that kind have no limit.',
  },
  INGEST_SHEET_UNKNOWN: {
    en: '{file} has no sheet "{sheet}". Its sheets: {sheets}.',
    zh: '{file} 中没有工作表“{sheet}”。现有工作表：{sheets}。',
    http: 400,
    retryable: false,
    action: 'Name one of these sheets, or none to read the first.',
  },
  INGEST_ENCODING_UNREADABLE: {
    en: '{file} is neither UTF-8 nor GB18030.',
    zh: '{file} 既不是 UTF-8 也不是 GB18030 编码。',
    http: 400,
    retryable: false,
    action: 'Save the file as UTF-8 ("CSV UTF-8" in spreadsheets).',
  },
  INGEST_LINE_TOO_LONG: {
    en: '{file} holds a line of more than {limit} MB.',
    zh: '{file} 中有一行超过 {limit} MB。',
    http: 400,
    retryable: false,
    action: 'Check that rows end with line breaks.',
  },
  INGEST_COLLECTION_UNNAMED: {
    en: 'Row {row} of {file} does not begin by naming its collection, so it is not known where it belongs.',
    zh: '{file} 第 {row} 行开头未写明所属数据集，无法确定归入何处。',
    http: 400,
    retryable: false,
    action:
      'Name the collection on the command line, or begin every row with it: `{"collection":"registry.changes",…}`, as `sample --out` does.',
  },
  INGEST_HEADER_MISSING: {
    en: '{file} has no header: no row holds anything.',
    zh: '{file} 没有表头：所有行均为空。',
    http: 400,
    retryable: false,
    action: 'Put the column names into the first row; `credit-graph template` writes an empty file with them.',
  },
  INGEST_HEADER_UNREADABLE: {
    en: 'The header of {file} (row {row}) can not be read: {fault}.',
    zh: '{file} 的表头（第 {row} 行）无法读取：{fault}。',
    http: 400,
    retryable: false,
    action: 'Correct the first row; nothing was imported.',
  },
  INGEST_COLUMNS_MISSING: {
    en: '{file} has no column for {columns}, which {collection} needs.',
    zh: '{file} 缺少 {collection} 必填的列：{columns}。',
    http: 400,
    retryable: false,
    action:
      'Add the columns; `credit-graph template` writes an empty file with all of them. A known file may need a source profile.',
  },
  INGEST_COLUMNS_DOUBLE: {
    en: '{file} has several columns for {field}: {columns}.',
    zh: '{file} 有多列对应同一字段 {field}：{columns}。',
    http: 400,
    retryable: false,
    action: 'Keep one of them, or say which by a source profile.',
  },
  INGEST_COLLECTION_UNKNOWN: {
    en: 'There is no collection {name}. Known: {names}.',
    zh: '没有名为 {name} 的数据集。现有：{names}。',
    http: 400,
    retryable: false,
    action: 'Name it as department.collection.',
  },
  INGEST_PROFILES_INVALID: {
    en: 'Source profiles that can not be used:\n{problems}',
    zh: '以下数据源配置无法使用：\n{problems}',
    http: 500,
    retryable: false,
    action: 'Correct the keys that are named.',
  },
  INGEST_PROFILE_UNKNOWN: {
    en: '{collection} has no source profile "{name}". Known: {names}.',
    zh: '{collection} 没有名为“{name}”的数据源配置。现有：{names}。',
    http: 400,
    retryable: false,
    action: 'Name one of these, or none to have it chosen by the header.',
  },
  INGEST_PROFILE_UNFIT: {
    en: 'The source profile {name} needs columns that the file does not have: {columns}.',
    zh: '文件缺少数据源配置 {name} 所需的列：{columns}。',
    http: 400,
    retryable: false,
    action: 'Name another profile, or none to have it chosen by the header.',
  },
  INGEST_PROFILE_AMBIGUOUS: {
    en: 'Several source profiles of {collection} fit the file equally well: {names}.',
    zh: '{collection} 有多个数据源配置同样适用于该文件：{names}。',
    http: 400,
    retryable: false,
    action: 'Name the one that is meant.',
  },
  INGEST_TARGET_EXISTS: {
    en: '{file} exists already and is left as it is.',
    zh: '{file} 已存在，未作改动。',
    http: 400,
    retryable: false,
    action: 'Choose another name, or remove the file first.',
  },
  INGEST_TARGET_UNWRITABLE: {
    en: '{file} can not be written: {reason}.',
    zh: '无法写入 {file}：{reason}。',
    http: 400,
    retryable: false,
    action: 'Check that the folder exists and may be written to.',
  },
});

/** A code of the ingest table. */
export type IngestErrorCode = keyof typeof INGEST_ERRORS;
