import { checkOrgCode } from '../values/orgCode.ts';
import { ENVELOPE_FIELDS } from './envelopeFields.ts';
import type { Field, Fault, QualityFlag } from './fields/Field.ts';
import { registrationNoFlags } from './fields/registrationNo.ts';
import { isBlank } from './isBlank.ts';
import { setGiven, type Growing } from './setGiven.ts';

/** Old numbers of a subject as its source printed them (行政相对人代码_2 and _3): public codes of organisations. */
export interface SubjectCodes {
  readonly registrationNo?: string;
  readonly orgCode?: string;
}

/** The old numbers that a row gives, and what is to be remarked on them; or why the row can not be taken with them. */
export type SubjectCodesVerdict =
  | {
      readonly codes?: SubjectCodes;
      readonly flags: readonly QualityFlag[];
      /** Columns whose value could not be taken; absent where all could. */
      readonly setAside?: readonly string[];
    }
  | { readonly field: 'registrationNo'; readonly fault: Fault };

/** The columns of old numbers, as they were given. */
export interface SubjectCodeColumns {
  readonly registrationNo?: unknown;
  readonly orgCode?: unknown;
}

/**
 * Judges the old numbers of a subject (domain section 1.5). They are kept as printed, whether they hold or not; what is wrong
 * with them is a remark, since they identify nobody any more. A natural person has none, and what stands in the column may
 * be the number of a paper: such a row is refused.
 *
 * @param columns - the raw columns
 * @param category - kind of the subject, where the source says it
 */
export function judgeSubjectCodes(columns: SubjectCodeColumns, category: string | undefined): SubjectCodesVerdict {
  const flags: QualityFlag[] = [];
  const codes: Growing<SubjectCodes> = {};
  for (const name of ['registrationNo', 'orgCode'] as const) {
    setGiven(codes, name, printed(ENVELOPE_FIELDS[name], columns[name], flags));
  }
  const aside = setAside(columns, codes);
  if (category === 'NATURAL_PERSON') {
    return codes.registrationNo === undefined ? { flags, ...aside } : { field: 'registrationNo', fault: PERSONAL };
  }
  flags.push(...remarks(codes));
  return { ...(Object.keys(codes).length === 0 ? {} : { codes }), flags, ...aside };
}

function setAside(columns: SubjectCodeColumns, codes: SubjectCodes): { readonly setAside?: readonly string[] } {
  const names = (['registrationNo', 'orgCode'] as const).filter(
    (name) => codes[name] === undefined && !isBlank(columns[name]),
  );
  return names.length === 0 ? {} : { setAside: names };
}

function remarks({ registrationNo, orgCode }: SubjectCodes): readonly QualityFlag[] {
  const ofOrgCode = orgCode !== undefined && checkOrgCode(orgCode) === undefined;
  return [
    ...(registrationNo === undefined ? [] : registrationNoFlags(registrationNo)),
    ...(ofOrgCode ? (['ORG_CODE_CHECK'] as const) : []),
  ];
}

const PERSONAL: Fault = {
  code: 'PERSONAL_DATA',
  expected: '自然人没有注册号，请留空 / a natural person has no registration number: leave it out',
};

function printed(field: Field<string>, given: unknown, flags: QualityFlag[]): string | undefined {
  if (isBlank(given)) return undefined;
  const judged = field.judge(given);
  if ('fault' in judged) {
    flags.push('VALUE_SET_ASIDE');
    return undefined;
  }
  flags.push(...(judged.flags ?? []));
  return judged.value;
}
