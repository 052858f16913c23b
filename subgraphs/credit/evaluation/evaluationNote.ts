import type { Title } from '../legalBasis.ts';

/**
 * Stands beside every evaluation. 个人信息保护法 art. 24 asks it of decisions about persons; here it holds for enterprises too, by the
 * platform's own choice.
 */
export const EVALUATION_NOTE: Title = {
  zh: '综合评价由规则自动计算，仅供分级分类监管参考，不得单独据此拒绝权利或作出减损权益的决定；可查询明细并提出异议。',
  en: 'Computed by rules, as a reference for differentiated supervision. No right may be refused and no decision to a subject’s disadvantage taken by it alone; the points are open, and objections may be raised.',
};
