import type { Locale } from './AppError.ts';

const define = <Codes extends string>(
  table: Record<Codes, Readonly<Record<Locale, string>>>,
): Readonly<Record<Codes, Readonly<Record<Locale, string>>>> => table;

/**
 * Every fault that a value can have, in words: why a row of a file is kept out, and why an input of a mutation is refused.
 * A table, so that the compiler notices a code without words.
 */
export const FAULTS = define({
  REQUIRED_MISSING: { zh: '缺少必填项', en: 'a required value is missing' },
  USCC_INVALID: { zh: '统一社会信用代码有误', en: 'not a valid unified social credit code' },
  REGISTRATION_NUMBER: { zh: '填的是 15 位注册号', en: 'an old registration number stands in its place' },
  CITIZEN_ID: { zh: '疑似身份证号', en: "may be a citizen's number" },
  DATE_INVALID: { zh: '日期有误', en: 'not a possible day' },
  AMOUNT_INVALID: { zh: '金额有误', en: 'not an amount' },
  CODE_UNKNOWN: { zh: '不在代码表中', en: 'not in the code list' },
  NUMBER_INVALID: { zh: '数值有误', en: 'not a number' },
  TEXT_TOO_LONG: { zh: '文本过长', en: 'the text is too long' },
  LIST_INVALID: { zh: '列表有误', en: 'not a list of the expected form' },
  PERSONAL_DATA: { zh: '含个人信息', en: 'holds personal data' },
  DATE_ORDER: { zh: '日期顺序矛盾', en: 'days stand in an impossible order' },
  ROW_UNREADABLE: { zh: '该行无法读取', en: 'the row can not be read' },
  NOT_APPLICABLE: { zh: '此情形下不得填写', en: 'must not be given in this case' },
  PROMISE_FORBIDDEN: { zh: '该事项或主体不适用信用承诺', en: 'no promise may be made in this case' },
  SUBJECT_MISSING: { zh: '缺少信用主体', en: 'the subject is missing' },
  CONFLICTS_IN_FILE: { zh: '与文件中另一行矛盾', en: 'contradicts another row of the file' },
  KEY_CHANGED: { zh: '不得更改主体代码', en: 'the code that a record is kept by can not be changed' },
  PERSON_CHANGED: { zh: '自然人不得改为其他类别', en: 'a natural person can not become another kind of subject' },
  FACT_EXISTS: { zh: '记录已存在', en: 'there is such a record already' },
  KEY_TAKEN: { zh: '已有同一记录', en: 'another record says this already' },
});

/** The faults that a value can have, as reports, quarantine and `FieldError.code` name them. */
export type FaultCode = keyof typeof FAULTS;

/** All codes of faults. */
export const FAULT_CODES = Object.keys(FAULTS) as readonly FaultCode[];
