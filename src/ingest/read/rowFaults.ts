/** Why a row of a file can not be read, in both languages, for reports and quarantine. */
export const ROW_FAULTS = {
  COLUMN_COUNT: {
    en: 'the row has more or fewer cells than the header',
    zh: '单元格数量与表头不一致',
  },
  QUOTE: {
    en: 'a quoted cell is not closed, or text follows its closing quote',
    zh: '引号未闭合，或闭合引号后仍有文字',
  },
  ENCODING: {
    en: "some bytes are not valid in the file's encoding",
    zh: '含有不符合文件编码的字节',
  },
  JSON: {
    en: 'the line is not one JSON object',
    zh: '该行不是一个 JSON 对象',
  },
} as const;

/** A reason why a row can not be read. */
export type RowFault = keyof typeof ROW_FAULTS;
