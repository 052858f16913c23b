/** How one kind of failure is told to a caller. Templates name their details in braces: `{limit}`. */
export interface ErrorEntry {
  readonly en: string;
  readonly zh: string;
  /** HTTP status when this failure is all there is to answer. */
  readonly http: number;
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  /** What the caller can do about it, in English. */
  readonly action: string;
}

const define = <Codes extends string>(table: Record<Codes, ErrorEntry>): Readonly<Record<Codes, ErrorEntry>> => table;

/** Every failure of the kernel and the gateway. Departments add theirs, prefixed with their name. */
export const KERNEL_ERRORS = define({
  INTERNAL_SERVER_ERROR: {
    en: 'Something went wrong on our side. Quote the request id {requestId} when you report it.',
    zh: '服务内部出现问题。反馈时请提供请求编号 {requestId}。',
    http: 500,
    retryable: true,
    action: 'Try again; report the request id if it persists.',
  },
  FORBIDDEN: {
    en: 'This caller may not use {coordinate}.',
    zh: '当前调用方无权使用 {coordinate}。',
    http: 200,
    retryable: false,
    action: 'Use a token of the department that holds the scope named in the schema.',
  },
  TOKEN_INVALID: {
    en: 'The access token is not valid, or no longer.',
    zh: '访问令牌无效或已过期。',
    http: 401,
    retryable: false,
    action: 'Ask for a new token; send it as `authorization: Bearer …`, or leave the header out to read as the public.',
  },
  USCC_INVALID: {
    en: 'Not a unified social credit code: {part}.',
    zh: '不是有效的统一社会信用代码：{part}。',
    http: 400,
    retryable: false,
    action:
      'Check the part that is named. The value itself is never repeated, since it may be personal data; where letters were written for the digits that look like them, the code that would hold is suggested.',
  },
  VALUE_INVALID: {
    en: 'The value for {type} is not valid: {reason}.',
    zh: '{type} 的取值无效：{reason}。',
    http: 400,
    retryable: false,
    action: 'Correct the value as the message says.',
  },
  LEDGER_BEHIND: {
    en: 'Very many facts changed at once; this list is brought up to date and can be read again in a moment.',
    zh: '大量信用信息刚刚同时变更，名单正在更新，请稍后再试。',
    http: 503,
    retryable: true,
    action: 'Ask again in some seconds; what is asked by the code of an enterprise is answered meanwhile.',
  },
  AUDIT_UNAVAILABLE: {
    en: 'What is asked here with credentials, or changed, must be recorded, and the audit log can not be written at the moment.',
    zh: '审计日志暂时无法写入；凭证查询与写入须先留痕，暂不受理。',
    http: 503,
    retryable: true,
    action:
      'Ask again in some seconds. What the public may read is answered meanwhile without credentials. Before sending a write again, look whether it was done.',
  },
  PAGE_SIZE: {
    en: '`first` must be between 1 and {limit}.',
    zh: '`first` 必须在 1 到 {limit} 之间。',
    http: 400,
    retryable: false,
    action: 'Ask for fewer rows and follow `pageInfo.endCursor`.',
  },
  CURSOR_INVALID: {
    en: 'The cursor was not made by this field, or was changed.',
    zh: '游标不是由该字段生成的，或已被改动。',
    http: 400,
    retryable: false,
    action: 'Use `pageInfo.endCursor` of the previous page as it is, or start without `after`.',
  },
  LIST_TOO_LONG: {
    en: '`{argument}` takes at most {limit} entries.',
    zh: '`{argument}` 最多可填 {limit} 项。',
    http: 400,
    retryable: false,
    action: 'Split the list.',
  },
  RECORD_EMPTY: {
    en: 'Record {index} of `queries` (counted from 0) gives nothing to look for.',
    zh: '`queries` 第 {index} 条（从 0 起）没有可用于匹配的内容。',
    http: 400,
    retryable: false,
    action: 'Give a name, a code, a district, an address or the day of foundation, or leave the record out.',
  },
  FACT_UNKNOWN: {
    en: 'There is no current {type} with this id.',
    zh: '没有该编号的现行 {type} 记录。',
    http: 200,
    retryable: false,
    action: 'Check the id; an annulled fact can not be changed any more.',
  },
  FACT_ANNULLED: {
    en: 'This {type} was annulled by its department, or is kept as an archive only.',
    zh: '该 {type} 记录已被其单位撤销或已转为档案。',
    http: 200,
    retryable: false,
    action: 'Nothing can be decided about its publicity or disputed in it any more.',
  },
  FACT_UNAVAILABLE: {
    en: 'The department that owns this {type} does not answer at the moment.',
    zh: '该 {type} 记录的归口部门暂时无法应答。',
    http: 200,
    retryable: true,
    action: 'Ask again later.',
  },
  DECISION_UNDONE: {
    en: 'The decision {decision} was undone; it ends no publicity any more.',
    zh: '决定 {decision} 已被撤销，不再产生终止公示的效力。',
    http: 200,
    retryable: false,
    action: 'Take a new decision.',
  },
  DATA_UNSETTLED: {
    en: 'What is asked for is being updated at this moment and can not be certified yet.',
    zh: '所查询的信息正在更新，暂时无法出具。',
    http: 503,
    retryable: true,
    action: 'Ask again in a few seconds; while a large file is imported it may take minutes.',
  },
  LINK_UNKNOWN: {
    en: 'There is no proposed link with this id.',
    zh: '没有该编号的待确认关联。',
    http: 200,
    retryable: false,
    action: 'List the proposed links of the department again.',
  },
  LINK_DECIDED: {
    en: 'This proposed link can not be decided so any more: it was decided otherwise, or its fact was linked otherwise, is not shown now, or is about a natural person.',
    zh: '该关联建议已不能如此处理：已作出其他处理，或该记录已另行关联、目前不再展示，或其主体为自然人。',
    http: 200,
    retryable: false,
    action: 'Read the fact; a wrong link is put right by correcting the code of its subject.',
  },
  SEARCH_NOT_READY: {
    en: 'The search index is being made and can be asked in a moment.',
    zh: '搜索索引正在建立，请稍后再试。',
    http: 503,
    retryable: true,
    action: 'Ask again in some seconds.',
  },
  SEARCH_TOO_COMMON: {
    en: 'What was typed stands in nearly every name, so that nothing is found by it.',
    zh: '搜索内容几乎出现在所有名称中，无法据此查找。',
    http: 400,
    retryable: false,
    action: 'Add a part of the trade name, such as two of its characters, or a code.',
  },
  REVISION_CONFLICT: {
    en: 'The fact changed meanwhile: it is at revision {revision} now.',
    zh: '记录已被他人更新，现为第 {revision} 版。',
    http: 200,
    retryable: true,
    action: 'Read the fact again and repeat the change.',
  },
});

/** A code of the kernel's table. */
export type KernelErrorCode = keyof typeof KERNEL_ERRORS;
