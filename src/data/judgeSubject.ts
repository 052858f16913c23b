import { normaliseCode } from '../values/normaliseCode.ts';
import { checkOrgCode } from '../values/orgCode.ts';
import { maskFreeText } from '../values/masks.ts';
import { checkUscc, type UsccVerdict } from '../values/uscc.ts';
import { visibleText } from '../values/visibleText.ts';
import { ENVELOPE_FIELDS } from './envelopeFields.ts';
import { isPlaceholder } from './isPlaceholder.ts';
import type { DraftSubject } from './FactDraft.ts';
import { usccFault } from './fields/uscc.ts';
import type { Fault, QualityFlag } from './fields/Field.ts';

/** Who a row is about, or why that can not be told. */
export type SubjectVerdict =
  | { readonly subject: DraftSubject; readonly flags: readonly QualityFlag[] }
  | { readonly field: 'subjectUscc' | 'subjectName'; readonly fault: Fault };

/** The columns that say who a row is about, as they were given. */
export interface SubjectColumns {
  readonly subjectUscc?: unknown;
  readonly subjectName?: unknown;
  readonly orgCode?: unknown;
}

/**
 * Judges who a fact is about (domain section 1.6; design section 7).
 *
 * A valid code stands for itself. A wrong code is kept raw beside a usable organisation code or a name; alone it is
 * a fault, and so is a row that says nothing of its subject. What may be a citizen's number is never kept, and masked in the
 * name, which is judged as any text is.
 *
 * @param columns - the raw columns
 */
export function judgeSubject(columns: SubjectColumns): SubjectVerdict {
  const name = nameOf(columns);
  if ('fault' in name) return { field: 'subjectName', fault: name.fault };
  const verdict = judgeCodes(columns, name.value);
  return 'fault' in verdict ? verdict : { ...verdict, flags: [...name.flags, ...verdict.flags] };
}

function nameOf({
  subjectName,
}: SubjectColumns): { readonly value?: string; readonly flags: readonly QualityFlag[] } | { readonly fault: Fault } {
  const given = textOf(subjectName);
  if (given === undefined) return { flags: [] };
  return { flags: [], ...ENVELOPE_FIELDS.subjectName.judge(given) };
}

function judgeCodes(columns: SubjectColumns, name: string | undefined): SubjectVerdict {
  const orgCode = checkOrgCode(textOf(columns.orgCode) ?? '');
  const raw = textOf(columns.subjectUscc);
  const known = { ...(name === undefined ? {} : { name }), ...(orgCode === undefined ? {} : { orgCode }) };
  if (raw === undefined) return withoutCode(known);
  const verdict = checkUscc(raw);
  if (verdict.ok) {
    const flags: QualityFlag[] = verdict.repaired ? ['USCC_REPAIRED', ...verdict.warnings] : [...verdict.warnings];
    return { subject: { ...known, uscc: verdict.uscc, linkedBy: 'USCC' }, flags };
  }
  if (verdict.part === 'MISSING') return withoutCode(known);
  return withWrongCode(known, raw, verdict);
}

function withoutCode(known: DraftSubject): SubjectVerdict {
  if (known.name === undefined && known.orgCode === undefined) {
    return {
      field: 'subjectUscc',
      fault: {
        code: 'SUBJECT_MISSING',
        expected: '缺少信用主体：请填代码或名称 / give the code or the name of the subject',
      },
    };
  }
  return { subject: known, flags: [] };
}

function withWrongCode(known: DraftSubject, raw: string, verdict: Extract<UsccVerdict, { ok: false }>): SubjectVerdict {
  const middleCode = verdict.part === 'CITIZEN_ID' ? undefined : middleOf(raw);
  const usable = { ...known, ...(middleCode === undefined ? {} : { middleCode }) };
  if (usable.name === undefined && usable.orgCode === undefined && usable.middleCode === undefined) {
    return { field: 'subjectUscc', fault: usccFault(verdict) };
  }
  return { subject: { ...usable, ...(mayBeKept(raw) ? { rawCode: raw } : {}) }, flags: ['USCC_WRONG'] };
}

/** A wrong code may be anything that slipped into its column, also a person's number with words around it. */
function mayBeKept(raw: string): boolean {
  return 'value' in ENVELOPE_FIELDS.subjectUscc.judge(raw) && maskFreeText(raw) === raw;
}

/** Characters 9-17, where they check as an organisation code: scanned codes lose their last character or gain one. */
function middleOf(raw: string): string | undefined {
  const code = normaliseCode(raw);
  return code.length < 17 || code.length > 20 ? undefined : checkOrgCode(code.slice(8, 17));
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const seen = visibleText(String(value));
  return isPlaceholder(seen) ? undefined : seen;
}
