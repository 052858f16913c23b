import type { ErrorEntry } from './codes.ts';

const define = <Codes extends string>(table: Record<Codes, ErrorEntry>): Readonly<Record<Codes, ErrorEntry>> => table;

/** Every reason for which a purpose or an authorisation that a caller names is refused, beside who the caller is. Nothing that was refused is spent. */
export const AUTHORITY_ERRORS = define({
  PURPOSE_REQUIRED: {
    en: 'Every query of a credit agency, and every use of an authorisation, names its purpose in the header `x-purpose`; one of: {purposes}.',
    zh: '征信机构的每次查询、以及每次使用授权，均须在请求头 `x-purpose` 中写明查询目的；可取值：{purposes}。',
    http: 400,
    retryable: false,
    action: 'Send the header `x-purpose` with one of the codes; `enum QueryPurpose` of the graph explains them.',
  },
  PURPOSE_UNKNOWN: {
    en: 'The header `x-purpose` names no purpose that is known; one of: {purposes}.',
    zh: '请求头 `x-purpose` 的取值不是已知的查询目的；可取值：{purposes}。',
    http: 400,
    retryable: false,
    action: 'Send one of the codes as it is written; `enum QueryPurpose` of the graph explains them.',
  },
  AUTHORISATION_UNKNOWN: {
    en: 'There is no authorisation with this number for this caller.',
    zh: '没有可供当前调用方使用的该编号授权。',
    http: 403,
    retryable: false,
    action: 'Check the number with the enterprise; it names the organisation or department that may use it.',
  },
  AUTHORISATION_PURPOSE_DIFFERS: {
    en: 'The authorisation was given for another purpose than the one that is stated.',
    zh: '该授权的目的与所声明的查询目的不符。',
    http: 403,
    retryable: false,
    action: 'Ask for what the authorisation was given for, or ask the enterprise for another one.',
  },
  AUTHORISATION_AGENCY_UNKNOWN: {
    en: 'The organisation behind this caller is not in the register of credit agencies.',
    zh: '调用方所属机构未在金融办备案。',
    http: 403,
    retryable: false,
    action: 'Have the agency filed with the financial office; `creditAgency` tells whether it is.',
  },
  AUTHORISATION_AGENCY_STRUCK_OFF: {
    en: 'The organisation behind this caller was struck off the register of credit agencies.',
    zh: '调用方所属机构的备案已注销。',
    http: 403,
    retryable: false,
    action:
      'Ask the financial office; nothing that needs an authorisation is shown to the agency until it is registered again.',
  },
  AUTHORISATION_PENDING: {
    en: 'The first day of the authorisation has not come.',
    zh: '该授权尚未生效。',
    http: 403,
    retryable: false,
    action: 'Ask again from its first day on.',
  },
  AUTHORISATION_SPENT: {
    en: 'The authorisation was for one operation, which has been asked.',
    zh: '该授权为单次授权，已经使用。',
    http: 403,
    retryable: false,
    action: 'Ask the enterprise for another one.',
  },
  AUTHORISATION_EXPIRED: {
    en: 'The last day of the authorisation is over.',
    zh: '该授权已经到期。',
    http: 403,
    retryable: false,
    action: 'Ask the enterprise for another one.',
  },
  AUTHORISATION_REVOKED: {
    en: 'The enterprise has taken the authorisation back.',
    zh: '该授权已被授权企业撤销。',
    http: 403,
    retryable: false,
    action: 'Ask the enterprise for another one.',
  },
  AUTHORISATION_UNAVAILABLE: {
    en: 'Whether the authorisation holds can not be told at the moment; nothing was asked, and it is not spent.',
    zh: '目前无法核验该授权；查询未执行，授权未核销。',
    http: 503,
    retryable: true,
    action: 'Send the request again; without the header, what needs no authorisation is answered meanwhile.',
  },
});

/** A code of the table. */
export type AuthorityErrorCode = keyof typeof AUTHORITY_ERRORS;
