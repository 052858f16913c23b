/**
 * What credit information is asked for (查询目的), by code, with its Chinese term: every question of a credit agency names one of them, and an
 * authorisation is given for one (征信业管理条例 art. 18, 20 and 22). Law demands a purpose and lists none; these are the uses that the
 * city's plan and the credit market know.
 */
export const PURPOSES = {
  CREDIT_GRANTING: '授信审批',
  POST_LOAN: '贷后管理',
  GUARANTEE: '担保审查',
  INSURANCE: '保险承保',
  CREDIT_RATING: '信用评级',
  CREDIT_SERVICE: '征信服务',
  BUSINESS_PARTNER: '商业合作',
  BIDDING: '招标投标',
  PROCUREMENT: '政府采购',
  LICENSING: '行政许可',
  SUPERVISION: '监督检查',
  FISCAL_SUPPORT: '财政资金安排',
  AWARDS: '评优评先',
  JUDICIAL: '司法执行',
  OBJECTION: '异议核查',
} as const;

/** A code of {@link PURPOSES}. */
export type Purpose = keyof typeof PURPOSES;

/**
 * Tells whether a text is the code of a purpose, letter by letter.
 *
 * @param text - as a caller wrote it
 */
export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(PURPOSES, text);
}
