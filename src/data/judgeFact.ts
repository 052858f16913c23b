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
  const flags = new Set<QualityFlag>(setting.flags);
  if (setting.neverHas.size > 0) flags.add('INCOMPLETE_SOURCE');
  const values = judgeValues(collection, row, setting, faults, flags);
  const subject = subjectOf(collection, row, values, faults, flags);
  const publishedOn: LocalDate | undefined = optional(ENVELOPE_FIELDS.publishedOn, row['publishedOn'], flags);
  const { provider, flags: remarks } = judgeProvider(row, setting.provider);
  if (faults.length > 0) return { faults };
  const ruleSetting: RuleSetting = { today: setting.today, publishedOn, neverHas: setting.neverHas, subject };
  const verdict = collection.rules?.(values, ruleSetting) ?? { publishedOn };
  if (verdict.faults !== undefined && verdict.faults.length > 0) return { faults: verdict.faults };
  for (const flag of [...remarks, ...(verdict.flags ?? [])]) flags.add(flag);
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
      flags: [...flags].sort(),
      ...(number === undefined ? {} : { row: number }),
    },
  };
}

function judgeValues(
  collection: FactCollection,
  row: Readonly<Record<string, unknown>>,
  setting: JudgeSetting,
  faults: FieldFault[],
  flags: Set<QualityFlag>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(collection.fields)) {
    const given = row[name];
    if (isBlank(given)) {
      if (field.required && !setting.neverHas.has(name)) faults.push({ field: name, fault: missing(field) });
      continue;
    }
    const judged = field.judge(given);
    if ('value' in judged) take(name, judged, values, flags);
    else if (field.required) faults.push({ field: name, fault: judged.fault });
    else flags.add('VALUE_SET_ASIDE');
  }
  return values;
}

function take(
  name: string,
  { value, also, flags: remarks = [] }: Extract<Judgement<unknown>, { value: unknown }>,
  values: Record<string, unknown>,
  flags: Set<QualityFlag>,
): void {
  values[name] = value;
  if (also !== undefined) for (const [other, said] of Object.entries(also)) values[other] ??= said;
  for (const flag of remarks) flags.add(flag);
}

function subjectOf(
  collection: FactCollection,
  row: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
  faults: FieldFault[],
  flags: Set<QualityFlag>,
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
  for (const flag of verdict.flags) flags.add(flag);
  const category = optional(ENVELOPE_FIELDS.subjectCategory, row['subjectCategory'], flags);
  const old = judgeSubjectCodes(row, category);
  if ('fault' in old) {
    faults.push(old);
    return {};
  }
  for (const flag of old.flags) flags.add(flag);
  return {
    ...verdict.subject,
    ...(category === undefined ? {} : { category }),
    ...(old.codes === undefined ? {} : { codes: old.codes }),
  };
}

/** An optional column of the envelope: what can not be read is set aside and flagged. */
function optional<T>(field: Field<T>, given: unknown, flags: Set<QualityFlag>): T | undefined {
  if (isBlank(given)) return undefined;
  const judged = field.judge(given);
  if ('value' in judged) return judged.value;
  flags.add('VALUE_SET_ASIDE');
  return undefined;
}

function missing(field: Field): Fault {
  return { code: 'REQUIRED_MISSING', expected: `必填：${field.title} / required: ${field.format}` };
}
