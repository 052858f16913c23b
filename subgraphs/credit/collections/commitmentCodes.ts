/** 承诺类型, with the numbers of the template. */
export const KINDS = {
  OTHER: ['其他', '其他型', '0'],
  APPROVAL_REPLACING: ['审批替代型', '1'],
  PAPERS_LATER: ['容缺受理型', '2'],
  PROOF_REPLACING: ['证明事项型', '3'],
  CREDIT_REPAIR: ['信用修复型', '4'],
  TRADE_DISCIPLINE: ['行业自律型', '5'],
  VOLUNTARY: ['主动型', '6'],
} as const;

/**
 * 承诺履行状态, with the numbers of the template. It has none for a promise that nobody has judged yet; a file that leaves the state
 * out is in want of a required value, so what is filed here says that it is being performed.
 */
export const FULFILMENTS = {
  IN_PROGRESS: ['履行中', '尚未认定'],
  FULL: ['全部履行', '1'],
  PARTIAL: ['部分履行', '2'],
  NONE: ['全部未履行', '3'],
} as const;

/** 公开类型, with the numbers of the template: it is the usage scope of the fact. */
export const PUBLICITY = {
  PUBLIC: ['可向社会公开', '1'],
  GOV_SHARED: ['特定范围内公开', '2'],
  AUTHORISED_QUERY: ['不可公开', '3'],
} as const;

/** Matters in which a promise does not replace what law asks for (domain section 10.4: 深圳经济特区社会信用条例 art. 59). */
export const MATTERS = {
  NATIONAL_SECURITY: ['国家安全'],
  PUBLIC_SAFETY: ['公共安全'],
  PRUDENTIAL_FINANCE: ['金融业审慎监管', '金融审慎监管'],
  ECOLOGY: ['生态环境保护', '生态环境'],
  LIFE_AND_HEALTH: ['直接关系人身健康、生命财产安全', '生命健康'],
  HIGH_RISK: ['风险较大、纠错成本较高', '高风险'],
} as const;
