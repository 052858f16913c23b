import type { ErrorEntry } from './codes.ts';

const define = <Codes extends string>(table: Record<Codes, ErrorEntry>): Readonly<Record<Codes, ErrorEntry>> => table;

/**
 * Every reason for which credentials are refused, beside `TOKEN_INVALID`, which says nothing of a token that nobody here has signed.
 * What the others say of a token is said only once its signature holds, or stands in it for everybody to read.
 */
export const IDENTITY_ERRORS = define({
  TOKEN_EXPIRED: {
    en: 'The access token has expired.',
    zh: '访问令牌已过期。',
    http: 401,
    retryable: false,
    action: 'Ask the issuer for a new token.',
  },
  TOKEN_NOT_YET_VALID: {
    en: 'The access token is not valid yet.',
    zh: '访问令牌尚未生效。',
    http: 401,
    retryable: false,
    action: 'Wait until it is, or set the clock of the machine that issued it; clocks may differ by some seconds only.',
  },
  TOKEN_AUDIENCE_WRONG: {
    en: 'The access token was issued for another service.',
    zh: '访问令牌不是为本服务签发的。',
    http: 401,
    retryable: false,
    action: 'Ask for a token whose audience is this service.',
  },
  TOKEN_ISSUER_UNKNOWN: {
    en: 'The access token comes from an issuer that is not trusted here.',
    zh: '访问令牌的签发者不受本服务信任。',
    http: 401,
    retryable: false,
    action: 'Use a token of the identity provider that this service names, or of its own token endpoint.',
  },
  TOKEN_KEY_UNKNOWN: {
    en: 'The key that signed the access token is not known, or was replaced.',
    zh: '签署访问令牌的密钥未知，或已被更换。',
    http: 401,
    retryable: false,
    action: 'Ask the issuer for a new token.',
  },
  TOKEN_CLAIMS_INVALID: {
    en: 'The access token does not say for whom it is: exactly one department or enterprise that there is, and the person or system that uses it.',
    zh: '访问令牌未说明持有者：须载明一个现有部门或一个市场主体，以及使用令牌的人员或系统。',
    http: 401,
    retryable: false,
    action: 'Have the issuer put in the claims that the file of claims names.',
  },
  API_KEY_MALFORMED: {
    en: 'This is not an API key.',
    zh: '这不是有效格式的 API 密钥。',
    http: 401,
    retryable: false,
    action: 'Send the key as it was shown when it was made; it begins with `cgk_`.',
  },
  API_KEY_UNKNOWN: {
    en: 'There is no such API key.',
    zh: '没有该 API 密钥。',
    http: 401,
    retryable: false,
    action: 'Check that the whole key was copied, or ask for a new one.',
  },
  API_KEY_EXPIRED: {
    en: 'The API key has expired.',
    zh: 'API 密钥已过期。',
    http: 401,
    retryable: false,
    action: 'Ask for a new key.',
  },
  API_KEY_REVOKED: {
    en: 'The API key, or its client, was revoked.',
    zh: 'API 密钥或其客户端已被吊销。',
    http: 401,
    retryable: false,
    action: 'Ask for a new key.',
  },
  CLIENT_REVOKED: {
    en: 'The client of the access token was revoked or has expired.',
    zh: '访问令牌所属的客户端已被吊销或已过期。',
    http: 401,
    retryable: false,
    action: 'Ask for a new client.',
  },
  CREDENTIALS_AMBIGUOUS: {
    en: 'The request holds two credentials.',
    zh: '请求中同时带有两种凭证。',
    http: 400,
    retryable: false,
    action: 'Send either `authorization` or `x-api-key`, once.',
  },
  IDENTITY_UNAVAILABLE: {
    en: 'Who is calling can not be decided at the moment.',
    zh: '暂时无法确认调用方身份。',
    http: 503,
    retryable: true,
    action: 'Ask again in some seconds; without credentials the public part answers.',
  },
  INNER_CALL_REFUSED: {
    en: 'This department answers its gateway only, and the call does not prove to come from it.',
    zh: '本部门只应答所属网关，该请求未能证明来自网关。',
    http: 401,
    retryable: false,
    action: 'Ask the gateway.',
  },
});

/** A code of the identity table. */
export type IdentityErrorCode = keyof typeof IDENTITY_ERRORS;
