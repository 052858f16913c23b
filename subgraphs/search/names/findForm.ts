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
/** Associations whose shops and stations are named behind them, as branches are behind companies. */
const ASSOCIATIONS = /(?:农村)?信用合作联社|供销合作联社|供销合作社|信用合作社|供销社|信用社/u;

/**
 * Finds the legal form in a name: the first one behind which the name of a branch may follow, else the form at the end,
 * else what is left of a damaged one (有眼公司).
 *
 * @param folded - the name, folded
 * @returns `undefined` where there is no form, not even a damaged one
 */
export function findForm(folded: string): FormPlace | undefined {
  const found =
    companyForm(folded) ?? associationForm(folded) ?? damagedForm(folded, 0, isBranch) ?? closingForm(folded);
  // A single character behind a damaged form is what is left of its end (有限公刊).
  return found?.isDamaged === true && found.end === folded.length - 1 ? { ...found, end: folded.length } : found;
}

function companyForm(folded: string): FormPlace | undefined {
  let end = folded.indexOf('公司') + 2;
  while (end > 1 && OF_BRANCH.test(folded.charAt(end - 3))) end = folded.indexOf('公司', end) + 2;
  if (end < 2) return undefined;
  const form = PARENT_FORMS.find((candidate) => folded.endsWith(candidate, end)) ?? '公司';
  // 公司 may be all that is legible of a longer form, and even behind one that is not (有限公可南昌分公司).
  const damaged = form === '公司' ? damagedForm(folded, 0) : undefined;
  return damaged ?? { start: end - form.length, end: endWithKind(folded, end), form, isDamaged: false };
}

/** A parent's form may be followed by 集团, which belongs to it. */
function endWithKind(folded: string, end: number): number {
  return folded.length === end + 2 && folded.endsWith('集团') ? end + 2 : end;
}

function associationForm(folded: string): FormPlace | undefined {
  const found = ASSOCIATIONS.exec(folded);
  if (found === null) return undefined;
  const [form] = found;
  const end = found.index + form.length;
  return isBranch(folded.slice(end)) ? { start: found.index, end, form, isDamaged: false } : undefined;
}

/** What may follow a parent's form: nothing, a remnant of it, or a name that ends as those of branches do. */
function isBranch(rest: string): boolean {
  return rest.length < 2 || (rest.length > 2 && OTHER_FORMS.some((form) => rest.endsWith(form)));
}

function closingForm(folded: string): FormPlace | undefined {
  const form = OTHER_FORMS.find((candidate) => folded.endsWith(candidate));
  return form === undefined
    ? undefined
    : { start: folded.length - form.length, end: folded.length, form, isDamaged: false };
}
