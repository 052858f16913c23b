/** `enum WithdrawalReason`. */
export type WithdrawalReason = 'FOUND_VOID' | 'FOUND_UNLAWFUL' | 'CHANGED' | 'REVOKED' | 'WRONG_ENTRY' | 'OTHER';

/** What the law names (行政处罚法 art. 48), and the mistakes of whoever entered the decision here. The first that fits counts: "误录，撤销" withdraws
 * an entry and no decision. */
const WORDS: readonly (readonly [WithdrawalReason, RegExp])[] = [
  ['FOUND_VOID', /无效/u],
  ['FOUND_UNLAWFUL', /确认.{0,8}违法/u],
  ['CHANGED', /变更/u],
  ['WRONG_ENTRY', /误录|录入|重复|错误|有误/u],
  ['REVOKED', /撤销|撤回/u],
];

/** All of them. */
const REASONS: readonly WithdrawalReason[] = [
  'FOUND_VOID',
  'FOUND_UNLAWFUL',
  'CHANGED',
  'REVOKED',
  'WRONG_ENTRY',
  'OTHER',
];

/**
 * Tells why a decision was withdrawn: as staff said it, and where they did not, as their note reads. The
 * public is told this reason and never the note: it is free text, and the names of persons in it can not be recognised.
 *
 * @param note - as it was written, where there is one
 * @param given - the reason that was said beside it, where one was
 */
export function withdrawalReason(note: string | undefined, given?: string): WithdrawalReason {
  return REASONS.find((reason) => reason === given) ?? readReason(note);
}

function readReason(note = ''): WithdrawalReason {
  return WORDS.find(([, words]) => words.test(note))?.[0] ?? 'OTHER';
}
