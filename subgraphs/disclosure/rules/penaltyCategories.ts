/** Kinds of penalty (行政处罚法 art. 9) with the labels that templates and files use; also of the wording before 2021. */
export const PENALTY_CATEGORIES = {
  WARNING: ['警告'],
  CRITICISM: ['通报批评'],
  FINE: ['罚款'],
  CONFISCATE_GAINS: ['没收违法所得'],
  CONFISCATE_PROPERTY: ['没收非法财物'],
  SUSPEND_LICENCE: ['暂扣许可证件', '暂扣许可证', '暂扣执照'],
  LOWER_GRADE: ['降低资质等级'],
  REVOKE_LICENCE: ['吊销许可证件', '吊销许可证', '吊销执照', '吊销营业执照'],
  RESTRICT_BUSINESS: ['限制开展生产经营活动', '限制生产经营', '限制生产'],
  SUSPEND_BUSINESS: ['责令停产停业', '停产停业', '责令停产', '责令停业', '责令停产整治'],
  CLOSE: ['责令关闭', '关闭'],
  RESTRICT_PROFESSION: ['限制从业', '禁止从业'],
  DETENTION: ['行政拘留', '拘留'],
  OTHER: ['其他'],
} as const;

/** `enum PenaltyCategory`. */
export type PenaltyCategory = keyof typeof PENALTY_CATEGORIES;
