import { renderMessage, type ErrorDetails, type Locale } from '../../../src/errors/AppError.ts';

/** Why an application is not taken, or a step not done. */
const REFUSALS = {
  TARGET_UNKNOWN: {
    zh: '没有该编号的信用信息，或您看不到它',
    en: 'there is no such fact, or you may not see it',
  },
  TARGET_UNAVAILABLE: {
    zh: '信用信息的归口部门暂时无法应答，请稍后再试',
    en: 'the department that owns the fact does not answer at the moment; try again later',
  },
  NO_ENTERPRISE: {
    zh: '该信用信息未关联企业',
    en: 'the fact is about no enterprise that is known',
  },
  NOT_NEGATIVE: { zh: '只有失信信息可以修复', en: 'only dishonest conduct can be repaired' },
  FORBIDDEN_BY_LAW: { zh: '依法不适用信用修复：{rule}', en: 'law allows no repair: {rule}' },
  TERM_UNKNOWN: {
    zh: '公示期限尚未确定，请先向认定单位提出异议',
    en: 'its publicity period is not known yet: object to it first',
  },
  TOO_EARLY: {
    zh: '最短公示期至 {minimumUntil}，自 {from} 起可以申请',
    en: 'the minimum period runs until {minimumUntil}; apply from {from} on',
  },
  ONLY_AT_MAXIMUM: {
    zh: '须公示至最长期限 {until}，不能提前修复',
    en: 'it is public until {until} and can not be repaired before',
  },
  OPEN_APPLICATION: {
    zh: '该信用信息已有在办申请 {applicationNo}',
    en: 'the application {applicationNo} about this fact is still open',
  },
  STEP_IMPOSSIBLE: {
    zh: '当前状态为 {status}，不能进行此步骤；可进行：{possible}',
    en: 'this step can not be done at {status}; possible are: {possible}',
  },
  OWNER_MUST_ANSWER: {
    zh: '认定该信息的单位（{department}）须先答复，请转送该单位',
    en: 'the department that owns the fact ({department}) must answer first; forward it',
  },
  SUBJECT_CHANGED: {
    zh: '该信用信息现已不属于申请企业',
    en: 'the fact is not about the enterprise of this application any more',
  },
  NOT_APPROVED: { zh: '该申请未获同意修复', en: 'no repair was granted by this application' },
  REASON_MISSING: { zh: '请写明理由', en: 'say why' },
} as const;

/** A code of the table. */
export type RefusalCode = keyof typeof REFUSALS;

/** `type FieldError`. */
export interface Refusal {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Words a refusal in the caller's language.
 *
 * @param locale - the language
 * @param field - the argument to look at
 * @param code - why
 * @param details - values for the braces
 */
export function refusal(locale: Locale, field: string, code: RefusalCode, details: ErrorDetails = {}): Refusal {
  const entry = { ...REFUSALS[code], http: 200, retryable: false, action: '' };
  return { field, code, message: renderMessage(entry, details, locale) };
}
