/** What is wrong with a code, part by part, in English and Chinese. No text repeats the value: it may be a person's number. */
export const USCC_FAULTS = {
  MISSING: { en: 'no code is given, or a placeholder', zh: '未填写，或为占位符' },
  LENGTH: { en: 'it does not have 18 characters', zh: '不是 18 位' },
  ALPHABET: {
    en: 'it holds a character other than digits and capital letters without I, O, S, V, Z',
    zh: '含有数字和大写字母（I、O、S、V、Z 除外）以外的字符',
  },
  DEPARTMENT: { en: 'position 1 (managing department) is 0', zh: '第 1 位（登记管理部门代码）为 0' },
  DIVISION: {
    en: 'positions 3-8 (administrative division) are not all digits',
    zh: '第 3—8 位（行政区划码）不全是数字',
  },
  CHECK_DIGIT: { en: 'position 18 (check character) does not match', zh: '第 18 位（校验码）不符' },
  SCIENTIFIC_NOTATION: {
    en: 'a spreadsheet turned it into a rounded number; format the column as text and fill it in again',
    zh: '已被电子表格转为科学计数法而丢失位数，请将该列设为文本后重新填写',
  },
  CITIZEN_ID: { en: 'it may be a citizen ID number', zh: '疑似公民身份号码' },
  REGISTRATION_NUMBER: {
    en: 'it is an old 15-digit registration number',
    zh: '为 15 位工商注册号，不是统一社会信用代码',
  },
} as const;

/** The part of a code that is wrong. */
export type UsccPart = keyof typeof USCC_FAULTS;
