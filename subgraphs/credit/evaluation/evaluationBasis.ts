import sift from 'sift';
import { ANONYMOUS, type Caller } from '../../../src/identity/Caller.ts';
import { visibilityOverAll } from '../../../src/policy/visibilityOverAll.ts';
import type { DepartmentCard } from '../../../src/subgraph/DepartmentCard.ts';
import { usableTypes } from '../../../src/subgraph/usableTypes.ts';
import type { LocalDate } from '../../../src/values/localDate.ts';
import type { EvaluationRow } from './readEvaluated.ts';

/** `enum EvaluationBasis`: what may enter an evaluation. The two are never mixed, so that no score tells of a fact that its reader may not see. */
export type EvaluationBasis = 'PUBLIC' | 'GOVERNMENT';

/** Who sees exactly what a basis holds: the public, and a department that owns nothing and holds no scope. */
export const BASIS_CALLERS: Readonly<Record<EvaluationBasis, Caller>> = {
  PUBLIC: ANONYMOUS,
  GOVERNMENT: { audience: 'INTERNAL', department: 'government', operator: 'evaluation', scopes: new Set() },
};

/**
 * Gives the basis of what a caller reads. An enterprise reads of itself what others read of it.
 *
 * @param caller - who asks
 */
export function basisFor({ department }: Caller): EvaluationBasis {
  return department === undefined ? 'PUBLIC' : 'GOVERNMENT';
}

/**
 * Makes the test by which a row of the timeline belongs to a basis: the one visibility rule, but for the days of its window, which
 * the evaluation itself looks at to know how long it holds.
 *
 * @param basis - the basis
 * @param today - the day in Asia/Shanghai
 * @param departments - whose types may be closed
 */
export function belongsTo(
  basis: EvaluationBasis,
  today: LocalDate,
  departments: readonly DepartmentCard[],
): (row: EvaluationRow) => boolean {
  const caller = BASIS_CALLERS[basis];
  const isVisible = sift.default(visibilityOverAll(caller, today));
  const usable = new Set(usableTypes(departments, caller));
  return (row) => {
    const { publicity, ...record } = row.record;
    return usable.has(row.type) && isVisible({ ...row, record });
  };
}
