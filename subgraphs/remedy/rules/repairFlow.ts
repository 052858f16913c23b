import type { Flow } from './flow.ts';

/** Where an application for repair stands, with the words that are shown first. */
export const REPAIR_STATUSES = {
  DRAFT: ['草稿'],
  SUBMITTED: ['已提交'],
  REJECTED: ['不予受理', '材料不全'],
  ACCEPTED: ['已受理'],
  FORWARDED: ['已转认定单位'],
  UNDER_REVIEW: ['审查中'],
  EXTENDED: ['延期审查'],
  PENDING_EFFECT: ['同意修复，待终止公示'],
  APPROVED: ['已修复'],
  DENIED: ['不予修复'],
  APPEALED: ['复核中'],
  PENDING_UNDO: ['撤销修复，待恢复公示'],
  UNDONE: ['已撤销修复'],
  WITHDRAWN: ['已撤回'],
  CLOSED: ['已办结'],
} as const;

/** `enum RepairStatus`. */
export type RepairStatus = keyof typeof REPAIR_STATUSES;

/** `enum RepairDeed`. The last three are the software's own, or the owner's of the fact. */
export type RepairDeed =
  | 'SUBMIT'
  | 'WITHDRAW'
  | 'ACCEPT'
  | 'REJECT'
  | 'FORWARD'
  | 'REVIEW'
  | 'EXTEND'
  | 'APPROVE'
  | 'DENY'
  | 'APPEAL'
  | 'UNDO'
  | 'CLOSE'
  | 'ACKNOWLEDGE'
  | 'LAPSE';

/**
 * The way of an application (domain section 10.3). What was approved counts as repaired once the owner of the fact has acknowledged it;
 * a false promise undoes it at any time after that.
 */
export const REPAIR_FLOW: Flow<RepairStatus, RepairDeed> = {
  DRAFT: { SUBMIT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
  SUBMITTED: { ACCEPT: 'ACCEPTED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  REJECTED: { SUBMIT: 'SUBMITTED', WITHDRAW: 'WITHDRAWN' },
  ACCEPTED: { FORWARD: 'FORWARDED', WITHDRAW: 'WITHDRAWN' },
  FORWARDED: {
    REVIEW: 'UNDER_REVIEW',
    EXTEND: 'EXTENDED',
    APPROVE: 'PENDING_EFFECT',
    DENY: 'DENIED',
    WITHDRAW: 'WITHDRAWN',
  },
  UNDER_REVIEW: { EXTEND: 'EXTENDED', APPROVE: 'PENDING_EFFECT', DENY: 'DENIED', WITHDRAW: 'WITHDRAWN' },
  EXTENDED: { APPROVE: 'PENDING_EFFECT', DENY: 'DENIED', WITHDRAW: 'WITHDRAWN' },
  PENDING_EFFECT: { ACKNOWLEDGE: 'APPROVED', LAPSE: 'CLOSED', UNDO: 'PENDING_UNDO' },
  APPROVED: { UNDO: 'PENDING_UNDO', CLOSE: 'CLOSED' },
  DENIED: { APPEAL: 'APPEALED', CLOSE: 'CLOSED' },
  APPEALED: { APPROVE: 'PENDING_EFFECT', DENY: 'CLOSED' },
  PENDING_UNDO: { ACKNOWLEDGE: 'UNDONE', LAPSE: 'CLOSED' },
  CLOSED: { UNDO: 'PENDING_UNDO' },
  UNDONE: {},
  WITHDRAWN: {},
};

/** While an application stands here, no other one is taken for the same fact. */
export const OPEN_REPAIRS: readonly RepairStatus[] = [
  'DRAFT',
  'SUBMITTED',
  'REJECTED',
  'ACCEPTED',
  'FORWARDED',
  'UNDER_REVIEW',
  'EXTENDED',
  'PENDING_EFFECT',
  'APPEALED',
  'PENDING_UNDO',
];
