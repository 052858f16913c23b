import { OTHER_FORMS, PARENT_FORMS } from './legalForms.ts';
import { damagedForm } from './damagedForm.ts';

/** Where the legal form stands in a name. */
export interface FormPlace {
  readonly start: number;
  readonly end: number;
  /** The form that is meant: what stands there, or what it was before it was damaged. */
  readonly form: string;
  readonly isDamaged: boolean;
}

/** 分公司, 支公司 and 子公司 are forms of branches, not of the parent that stands before them. */
const OF_BRANCH = /[分支子]/u;

/**
 * Finds the legal form in a name: the first one behind which the name of a branch may follow, else the form at the end,
 * else what is left of a damaged one (有眼公司).
 *
 * @param folded - the name, folded
 * @param from - where the division at the beginning ends
 * @returns `undefined` where there is no form, not even a damaged one
 */
export function findForm(folded: string, from: number): FormPlace | undefined {
  return parentForm(folded, from) ?? damagedForm(folded, from) ?? closingForm(folded, from);
}

function parentForm(folded: string, from: number): FormPlace | undefined {
  let end = folded.indexOf('公司', from) + 2;
  while (end > 1 && OF_BRANCH.test(folded.charAt(end - 3))) end = folded.indexOf('公司', end) + 2;
  if (end < 2) return undefined;
  const form = PARENT_FORMS.find((candidate) => end - candidate.length >= from && folded.endsWith(candidate, end));
  // A damaged form is longer than the 公司 that is left of it.
  if (form === undefined || form === '公司') return damagedForm(folded, from) ?? placed(folded, end, form);
  return placed(folded, end, form);
}

function placed(folded: string, end: number, form = ''): FormPlace | undefined {
  return form === '' ? undefined : { start: end - form.length, end: endWithKind(folded, end), form, isDamaged: false };
}

/** A parent's form may be followed by 集团, which belongs to it. */
function endWithKind(folded: string, end: number): number {
  return folded.length === end + 2 && folded.endsWith('集团') ? end + 2 : end;
}

function closingForm(folded: string, from: number): FormPlace | undefined {
  const form = OTHER_FORMS.find((candidate) => folded.length - candidate.length >= from && folded.endsWith(candidate));
  return form === undefined
    ? undefined
    : { start: folded.length - form.length, end: folded.length, form, isDamaged: false };
}
