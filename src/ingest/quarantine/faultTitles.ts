import type { FaultCode } from '../../data/fields/Field.ts';
import type { Locale } from '../../errors/AppError.ts';

/** Every reason why a row is kept out, in words; a Record, so that the compiler notices a new one. */
export const FAULT_TITLES: Readonly<Record<FaultCode, Readonly<Record<Locale, string>>>> = {
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
  SUBJECT_MISSING: { zh: '缺少信用主体', en: 'the subject is missing' },
  CONFLICTS_IN_FILE: { zh: '与文件中另一行矛盾', en: 'contradicts another row of the file' },
};

/** All codes of reasons. */
export const FAULT_CODES = Object.keys(FAULT_TITLES) as readonly FaultCode[];
