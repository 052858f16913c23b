import type { ErrorEntry } from './codes.ts';

const define = <Codes extends string>(table: Record<Codes, ErrorEntry>): Readonly<Record<Codes, ErrorEntry>> => table;

/**
 * Every failure that is found before or beside execution: unreadable requests, queries that do not fit the schema,
 * departments that do not answer. The names that Apollo clients know (`GRAPHQL_…`, `BAD_…`) are kept.
 */
export const GATEWAY_ERRORS = define({
  BODY_INVALID: {
    en: 'The request body is empty or not valid JSON.',
    zh: '请求体为空，或不是有效的 JSON。',
    http: 400,
    retryable: false,
    action: 'Send one JSON object, encoded in UTF-8, with at least `query` in it.',
  },
  BODY_TOO_LARGE: {
    en: 'The request body is larger than {limit} bytes.',
    zh: '请求体超过 {limit} 字节的上限。',
    http: 413,
    retryable: false,
    action: 'Move values into variables, or split the operation.',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    en: 'The request must have the content type application/json.',
    zh: '请求的 content-type 必须为 application/json。',
    http: 415,
    retryable: false,
    action: 'Send the header `content-type: application/json`.',
  },
  NOT_ACCEPTABLE: {
    en: 'The `accept` header allows neither application/graphql-response+json nor application/json.',
    zh: '请求头 `accept` 既不接受 application/graphql-response+json，也不接受 application/json。',
    http: 406,
    retryable: false,
    action: 'Accept one of the two media types, or leave the header out.',
  },
  METHOD_NOT_ALLOWED: {
    en: 'This operation or path can not be called with this HTTP method.',
    zh: '该操作或路径不支持此 HTTP 方法。',
    http: 405,
    retryable: false,
    action: 'Use POST; GET is for queries only.',
  },
  PATH_UNKNOWN: {
    en: 'There is nothing at this address.',
    zh: '该地址不存在。',
    http: 404,
    retryable: false,
    action: 'The graph is at `/graphql`; `/` tells of its other doors.',
  },
  DOOR_NEEDS_CREDENTIALS: {
    en: 'The door {door} asks for credentials; without them, {yours} is open.',
    zh: '入口 {door} 需要凭证；未带凭证的请求请使用 {yours}。',
    http: 401,
    retryable: false,
    action: 'Send a token as `authorization: Bearer …`, or a key as `x-api-key`; docs/identity.md says who gets which.',
  },
  DOOR_OF_OTHERS: {
    en: 'The door {door} is not for these credentials; theirs is {yours}.',
    zh: '当前凭证不能使用入口 {door}，请使用 {yours}。',
    http: 403,
    retryable: false,
    action: 'Send the request to the door that is named, or with credentials of the other audience.',
  },
  PATH_UNREADABLE: {
    en: 'The path of the request can not be read: a percent sign must be followed by two hexadecimal digits.',
    zh: '请求路径无法解析：百分号后必须是两位十六进制数字。',
    http: 400,
    retryable: false,
    action: 'Encode the path again; `encodeURIComponent` does it right.',
  },
  BAD_REQUEST: {
    en: 'Not a GraphQL request: `query` must be a string that is not empty, `operationName` a string, `variables` and `extensions` objects, each given once.',
    zh: '不是有效的 GraphQL 请求：`query` 须为非空字符串，`operationName` 须为字符串，`variables` 和 `extensions` 须为对象，且各出现一次。',
    http: 400,
    retryable: false,
    action: 'Correct the parameter.',
  },
  BATCH_REFUSED: {
    en: 'The request holds a list of {count} operations, where 1 operation a request is the most: batching is off.',
    zh: '请求为含 {count} 个操作的列表；每次请求最多 1 个操作，不支持批量请求。',
    http: 400,
    retryable: false,
    action: 'Send each operation by itself, over one connection; or ask for several things in one query, with aliases.',
  },
  CSRF_BLOCKED: {
    en: 'Refused, since a foreign web page could have sent this request unnoticed.',
    zh: '请求被拒绝：该请求可能由其他网站冒名发出（跨站请求伪造防护）。',
    http: 400,
    retryable: false,
    action:
      'Use POST with `content-type: application/json`; with GET, add the header `apollo-require-preflight: true`.',
  },
  GRAPHQL_PARSE_FAILED: {
    en: '{problem}',
    zh: '查询有语法错误。{problem}',
    http: 400,
    retryable: false,
    action: 'Correct the syntax at the place that `locations` names.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    en: '{problem}',
    zh: '查询与图谱的结构不符。{problem}',
    http: 400,
    retryable: false,
    action: 'Compare the query with the schema; the explorer at `/` shows it.',
  },
  DOCUMENT_UNKNOWN: {
    en: 'There is no trusted document of this id.',
    zh: '没有此编号的可信查询文档。',
    http: 404,
    retryable: false,
    action: 'Send the text of the query, or have it added to the trusted documents (docs/budgets.md).',
  },
  DOCUMENT_NOT_TRUSTED: {
    en: 'This client may run trusted documents only, and this is none.',
    zh: '该客户端仅可执行可信查询文档，而此查询不在其列。',
    http: 403,
    retryable: false,
    action: 'Name a trusted document by `documentId`, or have this one added to them.',
  },
  DOCUMENT_LIMIT_EXCEEDED: {
    en: 'The query goes beyond a limit: {limit} {value}, where {most} is the most (fragments written out).',
    zh: '查询超过上限：{limit} 为 {value}，上限为 {most}（按片段展开后计算）。',
    http: 400,
    retryable: false,
    action:
      'Split the query. `depth` counts nested levels, `aliases`, `directives` and `fields` count what stands in it.',
  },
  COST_LIMIT_EXCEEDED: {
    en: 'The query may cost {cost}, more than the whole budget of {capacity}.',
    zh: '该查询的预计开销为 {cost}，超过全部额度 {capacity}。',
    http: 400,
    retryable: false,
    action:
      'Ask for fewer rows (`first`), fewer lists inside lists, or split the query; docs/budgets.md tells what costs.',
  },
  BUDGET_EXHAUSTED: {
    en: 'The query may cost {cost}, and {remaining} of the budget of {capacity} are left; ask again in {seconds} s.',
    zh: '该查询的预计开销为 {cost}，额度 {capacity} 中仅余 {remaining}；请在 {seconds} 秒后重试。',
    http: 429,
    retryable: true,
    action: 'Wait as long as the header `retry-after` says; `extensions.cost` shows the budget in every reply.',
  },
  BAD_USER_INPUT: {
    en: '{problem}',
    zh: '变量取值无效。{problem}',
    http: 400,
    retryable: false,
    action: 'Correct the variable. Values are never repeated in messages, since they may be personal data.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    en: 'Which operation to run is not clear: name one of the document in `operationName`.',
    zh: '无法确定要执行的操作：请用 `operationName` 指明文档中的一个操作。',
    http: 400,
    retryable: false,
    action: 'Give `operationName` exactly as the document spells it.',
  },
  OPERATION_NOT_PLANNED: {
    en: 'No way was found to collect the answer to this operation from the departments. Nothing of it was carried out.',
    zh: '未能为该操作制定跨部门的查询计划，其中任何部分均未执行。',
    http: 500,
    retryable: false,
    action:
      'Ask in smaller operations: of what a mutation returns its key alone, and the rest by a query. Report this one: it fits the schema, so it should have an answer.',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    en: 'PersistedQueryNotSupported',
    zh: '不支持持久化查询（PersistedQueryNotSupported）。',
    http: 200,
    retryable: false,
    action: 'Send the whole query; most clients do so on their own when they read this code.',
  },
  DEPARTMENT_UNAVAILABLE: {
    en: '{owner} ({service}) does not answer at the moment; its fields are missing, all others are complete.',
    zh: '{owner}（{service}）暂时无法应答，其字段缺失，其余部门的数据完整。',
    http: 200,
    retryable: true,
    action: 'Use what was answered and ask again later; `extensions.since` says since when.',
  },
  DATA_INCOMPLETE: {
    en: 'A value that can never be missing is missing in the data, so the object around it is left out.',
    zh: '数据中缺少必有的取值，因此略去其所在的对象。',
    http: 200,
    retryable: false,
    action: 'Report the path; the other fields are not affected.',
  },
  IMPORT_FORBIDDEN: {
    en: 'Only the department that owns a collection may import into it.',
    zh: '只有数据集的归口部门可以向其导入。',
    http: 403,
    retryable: false,
    action: 'Send a token of that department as `authorization: Bearer …`.',
  },
  IMPORT_UNAVAILABLE: {
    en: '{owner} ({service}) does not answer at the moment, so no file can be imported there; a part of this one may have been.',
    zh: '{owner}（{service}）暂时无法应答，不能导入文件；本文件可能已部分导入。',
    http: 503,
    retryable: true,
    action: 'Send the same file again later: rows that were imported are not imported twice.',
  },
  ENTERPRISE_UNKNOWN: {
    en: 'There is no enterprise with this code.',
    zh: '没有该统一社会信用代码的市场主体。',
    http: 404,
    retryable: false,
    action: 'Check the code; `enterprises` finds one by its name.',
  },
  REPORT_UNAVAILABLE: {
    en: 'The report can not be made or checked at the moment, since a department that it needs does not answer.',
    zh: '所需部门暂时无法应答，报告暂时无法出具或核验。',
    http: 503,
    retryable: true,
    action: 'Ask again later.',
  },
  MATCH_UNAVAILABLE: {
    en: 'Names can not be searched or matched at the moment, since the department that does it does not answer.',
    zh: '名称检索与匹配的归口部门暂时无法应答。',
    http: 503,
    retryable: true,
    action: 'Ask again later.',
  },
  RECONCILE_INVALID: {
    en: 'Not a request of the Reconciliation API 0.2: {reason}.',
    zh: '不是有效的 Reconciliation API 0.2 请求：{reason}。',
    http: 400,
    retryable: false,
    action: 'Correct the part that is named; `GET /reconcile` tells what this service offers.',
  },
  RECONCILE_TOO_MANY: {
    en: 'At most {limit} {things} are taken at once.',
    zh: '一次最多 {limit} 条（{things}）。',
    http: 413,
    retryable: false,
    action: 'Send them in several requests; the manifest names the size as `batchSize`.',
  },
  SHUTTING_DOWN: {
    en: 'This server is being stopped.',
    zh: '服务正在停止。',
    http: 503,
    retryable: true,
    action: 'Send the request again; another server, or the restarted one, will answer.',
  },
});

/** A code of the gateway's table. */
export type GatewayErrorCode = keyof typeof GATEWAY_ERRORS;
