import type { RowFault } from './rowFaults.ts';

/** The kinds of files that are read. */
export type FileFormat = 'CSV' | 'XLSX' | 'JSONL';

/** The encodings that are read. */
export type FileEncoding = 'UTF-8' | 'GB18030';

/** One row of a file, as text. */
export interface RawRow {
  /** Where the row begins, as a person counts: the line in a text file, the row in a sheet. The first is 1. */
  readonly number: number;
  /**
   * As many cells as the header has columns, untrimmed; an absent one is `''`.
   * With a fault: whatever could be read, for quarantine only; they need not stand under their column.
   */
  readonly cells: readonly string[];
  /** Why the row can not be used; `null` for a good one. */
  readonly fault: RowFault | null;
}

/** A file that has been opened, as a progress bar and a report name it. */
export interface OpenFile {
  /** The file's name as the user gave it. */
  readonly name: string;
  /** Size on disk; 0 for an upload that does not tell. */
  readonly bytesTotal: number;
  /** Bytes on disk that have been consumed so far. */
  readonly bytesRead: () => number;
  /** Releases the file; needed only where it is not read to its end. */
  readonly close: () => void;
}

/** A file that has been recognised; its rows are read while they are asked for. */
export interface RowSource extends OpenFile {
  /**
   * Column names as written. In JSON Lines an object further down may bring new names: they are appended here
   * before their row is delivered, and its `cells` are longer than those of the rows before.
   */
  readonly header: readonly string[];
  readonly format: FileFormat;
  readonly gzip: boolean;
  /** Final when the last row has been read: a file that begins with plain ASCII shows its encoding late. */
  readonly encoding: FileEncoding;
  /**
   * The rows in file order, up to 1,000 at a time, blank ones left out; can be walked once.
   *
   * Cells may be slices of a larger text: a row that is kept for long keeps some hundred KB with it.
   */
  readonly rows: AsyncIterable<readonly RawRow[]>;
  /** Rows so far that name another collection than the one that is read for; they are not among `rows`. */
  readonly others: number;
}

/** A file that arrives over the network. */
export interface UploadedFile {
  readonly stream: AsyncIterable<Uint8Array>;
  readonly name: string;
  /** Bytes, where the sender tells. */
  readonly size?: number;
}

/** A file of the disk that its user knows by another name. */
export interface NamedFile {
  readonly path: string;
  /** What reports and errors call it. */
  readonly name: string;
}

/** What can be opened: a path, a file of the disk with its name, or an upload. */
export type FileInput = string | NamedFile | UploadedFile;

/** What a caller may say about the file. */
export interface OpenOptions {
  /** Sheet of a workbook, by name; without it the first. */
  readonly sheet?: string;
  /** The collection that is read for, such as `registry.changes`: in JSON Lines, rows that name another one are left out. */
  readonly collection?: string;
}
