import type { ObjectionStatus } from './objectionFlow.ts';

/** The departments of the credit office itself: about their facts it answers on its own. */
const OFFICE_DEPARTMENTS: readonly string[] = ['credit', 'remedy'];

/** What tells whether the owner of a disputed fact has answered. */
export interface AnsweredObjection {
  readonly status?: ObjectionStatus | undefined;
  readonly targetDepartment?: string | undefined;
  readonly answeredBy?: string | undefined;
}

/**
 * Tells whether an objection may not be upheld yet because the department that owns the fact has not answered: what is upheld is hidden,
 * and nobody but its owner lets a fact be hidden (谁认定、谁修复). An answer from before a review does not count for the review.
 *
 * @param objection - as it is stored
 */
export function isOwnersAnswerMissing({ status, targetDepartment = '', answeredBy }: AnsweredObjection): boolean {
  if (OFFICE_DEPARTMENTS.includes(targetDepartment)) return false;
  return status === 'REVIEW' || answeredBy !== targetDepartment;
}
