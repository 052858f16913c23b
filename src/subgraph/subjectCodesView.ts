import type { SubjectCodes } from '../data/judgeSubjectCodes.ts';
import { legacyNumberKind, type LegacyNumberKind } from '../values/registrationNo.ts';

/** `type SubjectCodes`. */
export interface SubjectCodesView extends SubjectCodes {
  readonly registrationNoKind: LegacyNumberKind | null;
}

/**
 * Shows the old numbers of a subject, and what the number in the registration number's column is by its check digits.
 *
 * @param codes - as they are stored; null where there are none
 */
export function subjectCodesView(codes: SubjectCodes | undefined): SubjectCodesView | null {
  if (codes === undefined) return null;
  const { registrationNo } = codes;
  return {
    ...codes,
    registrationNoKind: registrationNo === undefined ? null : (legacyNumberKind(registrationNo) ?? null),
  };
}
