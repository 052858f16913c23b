import { personScope } from '../policy/personScope.ts';
import type { LocalDate } from '../values/localDate.ts';
import { ENVELOPE_FIELDS } from './envelopeFields.ts';
import type { FactCollection, RuleSetting } from './FactCollection.ts';
import { draftParts, type DraftSubject, type FactDraft } from './FactDraft.ts';
import { factId } from './factId.ts';
import { isBlank } from './isBlank.ts';
import { judgeProvider } from './judgeProvider.ts';
import { judgeSubject } from './judgeSubject.ts';
import { judgeSubjectCodes } from './judgeSubjectCodes.ts';
import { Remarks } from './Remarks.ts';
import type { Fault, Field, Judgement, QualityFlag } from './fields/Field.ts';

/** A fault and the field it was found in. */
export interface FieldFault {
  readonly field: string;
  readonly fault: Fault;
}

/** What is known of a source beside its rows. */
export interface JudgeSetting {
  readonly today: LocalDate;
  readonly neverHas: ReadonlySet<string>;
  /** Provider of rows that name none. */
  readonly provider: { readonly name?: string; readonly uscc?: string };
  /** Flags of every row, such as OCR_SOURCE. */
  readonly flags: readonly QualityFlag[];
}

/** A fact that can be written, or the reasons why not. */
export type FactVerdict = { readonly draft: FactDraft } | { readonly faults: readonly FieldFault[] };

/**
 * Judges one row of a file or one input of a mutation: the only way from raw values to a draft.
 *
 * A required value that is missing or wrong is a fault; an optional one that can not be read is set aside and flagged.
 *
 * @param collection - the declaration
 * @param row - raw values by field name; blank and placeholder values count as missing
 * @param setting - the day, and what the source is known never to have
 * @param number - the row in its file, for provenance
 */
export function judgeFact(
  collection: FactCollection,
  row: Readonly<Record<string, unknown>>,
  setting: JudgeSetting,
  number?: number,
): FactVerdict {
  const faults: FieldFault[] = [];
  const remarks = new Remarks(setting.flags);
  if (setting.neverHas.size > 0) remarks.add(['INCOMPLETE_SOURCE']);
  const values = judgeValues(collection, row, setting, faults, remarks);
  const subject = subjectOf(collection, row, values, faults, remarks);
  const publishedOn: LocalDate | undefined = optional('publishedOn', row, remarks);
  const { provider, flags, setAside } = judgeProvider(row, setting.provider);
  remarks.add(flags, setAside);
  if (faults.length > 0) return { faults };
  const ruleSetting: RuleSetting = { today: setting.today, publishedOn, neverHas: setting.neverHas, subject };
  const verdict = collection.rules?.(values, ruleSetting) ?? { publishedOn };
  if (verdict.faults !== undefined && verdict.faults.length > 0) return { faults: verdict.faults };
  remarks.add(verdict.flags ?? []);
  const complete = { ...values, ...verdict.values };
  const parts = draftParts(collection, verdict);
  return {
    draft: {
      id: factId(collection, { values: complete, subject, publishedOn }),
      subject,
      values: complete,
      provider,
      ...parts,
      usageScope: personScope(parts.usageScope, subject.category),
      flags: remarks.flags,
      ...(remarks.columns === undefined ? {} : { flaggedColumns: remarks.columns }),
      ...(number === undefined ? {} : { row: number }),
    },
  };
}

function judgeValues(
  collection: FactCollection,
  row: Readonly<Record<string, unknown>>,
  setting: JudgeSetting,
  faults: FieldFault[],
  remarks: Remarks,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(collection.fields)) {
    const given = row[name];
    if (isBlank(given)) {
      if (field.required && !setting.neverHas.has(name)) faults.push({ field: name, fault: missing(field) });
      continue;
    }
    const judged = field.judge(given);
    if ('value' in judged) take(name, judged, values, remarks);
    else if (field.required) faults.push({ field: name, fault: judged.fault });
    else remarks.add(['VALUE_SET_ASIDE'], [name]);
  }
  return values;
}

function take(
  name: string,
  { value, also = {}, flags = [] }: Extract<Judgement<unknown>, { value: unknown }>,
  values: Record<string, unknown>,
  remarks: Remarks,
): void {
  values[name] = value;
  for (const [other, said] of Object.entries(also)) values[other] ??= said;
  // What was assumed, a currency, stands in the other column.
  remarks.add(flags, Object.keys(also));
}

function subjectOf(
  collection: FactCollection,
  row: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
  faults: FieldFault[],
  remarks: Remarks,
): DraftSubject {
  if (collection.kind === 'SUBJECT') {
    const uscc = values['uscc'];
    return typeof uscc === 'string' ? { uscc, linkedBy: 'USCC' } : {};
  }
  const verdict = judgeSubject(row);
  if ('fault' in verdict) {
    faults.push(verdict);
    return {};
  }
  remarks.add(verdict.flags);
  const category = optional('subjectCategory', row, remarks);
  const old = judgeSubjectCodes(row, category);
  if ('fault' in old) {
    faults.push(old);
    return {};
  }
  remarks.add(old.flags, old.setAside);
  return {
    ...verdict.subject,
    ...(category === undefined ? {} : { category }),
    ...(old.codes === undefined ? {} : { codes: old.codes }),
  };
}

/** An optional column of the envelope: what can not be read is set aside and flagged. */
function optional(
  name: 'publishedOn' | 'subjectCategory',
  row: Readonly<Record<string, unknown>>,
  remarks: Remarks,
): string | undefined {
  if (isBlank(row[name])) return undefined;
  const judged: Judgement<string> = ENVELOPE_FIELDS[name].judge(row[name]);
  if ('value' in judged) return judged.value;
  remarks.add(['VALUE_SET_ASIDE'], [name]);
  return undefined;
}

function missing(field: Field): Fault {
  return { code: 'REQUIRED_MISSING', expected: `必填：${field.title} / required: ${field.format}` };
}
