import type { Flow } from './flow.ts';

/** Where an objection stands, with the words that are shown first. */
export const OBJECTION_STATUSES = {
  SUBMITTED: ['已提交'],
  MARKED: ['已标注'],
  SELF_CHECK: ['自查中'],
  FORWARDED: ['已转提供单位'],
  ANSWERED: ['已答复'],
  UPHELD: ['异议成立，终止披露'],
  CORRECTED: ['异议成立，已更正'],
  REJECTED: ['异议不成立'],
  REVIEW: ['复核中'],
  WITHDRAWN: ['已撤回'],
} as const;

/** `enum ObjectionStatus`. */
export type ObjectionStatus = keyof typeof OBJECTION_STATUSES;

/** `enum ObjectionDeed`. MARK and LAPSE are the software's own. */
export type ObjectionDeed =
  'MARK' | 'CHECK' | 'FORWARD' | 'ANSWER' | 'UPHOLD' | 'CORRECT' | 'REJECT' | 'REVIEW' | 'WITHDRAW' | 'LAPSE';

/** The way of an objection (domain section 10.10). Whoever is not content with the result may have it reviewed. */
export const OBJECTION_FLOW: Flow<ObjectionStatus, ObjectionDeed> = {
  SUBMITTED: { MARK: 'MARKED', WITHDRAW: 'WITHDRAWN', LAPSE: 'WITHDRAWN' },
  MARKED: { CHECK: 'SELF_CHECK', FORWARD: 'FORWARDED', WITHDRAW: 'WITHDRAWN' },
  SELF_CHECK: { FORWARD: 'FORWARDED', ANSWER: 'ANSWERED', WITHDRAW: 'WITHDRAWN' },
  FORWARDED: { ANSWER: 'ANSWERED', WITHDRAW: 'WITHDRAWN' },
  ANSWERED: { FORWARD: 'FORWARDED', UPHOLD: 'UPHELD', CORRECT: 'CORRECTED', REJECT: 'REJECTED' },
  CORRECTED: { REVIEW: 'REVIEW' },
  REJECTED: { REVIEW: 'REVIEW' },
  REVIEW: { FORWARD: 'FORWARDED', UPHOLD: 'UPHELD', CORRECT: 'CORRECTED', REJECT: 'REJECTED' },
  UPHELD: {},
  WITHDRAWN: {},
};

/** While an objection stands here, no other one is taken against the same fact. */
export const OPEN_OBJECTIONS: readonly ObjectionStatus[] = [
  'SUBMITTED',
  'MARKED',
  'SELF_CHECK',
  'FORWARDED',
  'ANSWERED',
  'REVIEW',
];
