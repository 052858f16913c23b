import { columnTitle } from './columnTitle.ts';
import type { TemplateField } from './TemplateField.ts';

/**
 * An empty CSV file: nothing but the header, since a note in the file would be read as data.
 *
 * It begins with a byte order mark, without which spreadsheets take Chinese for another encoding.
 *
 * @param fields - the columns
 */
export function csvTemplate(fields: readonly TemplateField[]): Buffer {
  const header = fields.map((field) => quoted(columnTitle(field))).join(',');
  return Buffer.from(`\uFEFF${header}\r\n`, 'utf8');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
