import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { columnTitle } from './columnTitle.ts';
import type { TemplateField } from './TemplateField.ts';

/** Rows prepared as text. In a cell of the usual kind a spreadsheet turns a code of 18 digits into a rounded number. */
const TEXT_ROWS = 500;

/** Codes that the notes list; beyond that only their number is given. */
const LISTED_CODES = 40;

const NOTES_HEADER = ['列名', '字段', '必填', '说明', '格式或代码', '示例'];
const NOTES_WIDTHS = [28, 24, 6, 60, 60, 24];

/**
 * An empty workbook: the sheet 数据 with the header, and the sheet 填写说明 with a note on every column.
 *
 * @param fields - the columns
 */
export async function xlsxTemplate(fields: readonly TemplateField[]): Promise<Buffer> {
  const data: SheetData = [
    fields.map((field) => ({
      value: columnTitle(field),
      fontWeight: 'bold',
      backgroundColor: field.required ? '#fde9d9' : '#e7eef7',
      format: '@',
    })),
    ...Array.from({ length: TEXT_ROWS }, () => fields.map(() => ({ type: String, format: '@' }))),
  ];
  const notes: SheetData = [
    NOTES_HEADER.map((value) => ({ value, fontWeight: 'bold' })),
    ...fields.map((field) => noteOn(field).map((value) => ({ value, wrap: true, alignVertical: 'top' as const }))),
    [],
    [
      `在“数据”表中从第 2 行起填写，每行一条；前 ${TEXT_ROWS} 行已设为文本格式，超出部分请先将单元格设为文本再填写代码。`,
    ],
  ];
  const columns = fields.map((field) => ({ width: Math.max(14, field.title.length * 2 + 4) }));
  return writeWorkbook([
    { data, sheet: '数据', columns, stickyRowsCount: 1 },
    { data: notes, sheet: '填写说明', columns: NOTES_WIDTHS.map((width) => ({ width })), stickyRowsCount: 1 },
  ]).toBuffer();
}

function noteOn(field: TemplateField): string[] {
  const { title, name, required, description, format = '', codes = {}, example = '' } = field;
  return [
    title,
    name,
    required ? '是' : '',
    description,
    [format, codeList(codes)].filter(Boolean).join('\n'),
    example,
  ];
}

function codeList(codes: NonNullable<TemplateField['codes']>): string {
  const entries = Object.entries(codes).map(([stored, label]) => `${stored}：${[label].flat().join('、')}`);
  const listed = entries.slice(0, LISTED_CODES);
  return entries.length > listed.length ? [...listed, `……共 ${entries.length} 项`].join('\n') : listed.join('\n');
}
