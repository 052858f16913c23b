import type { FaultCode } from '../../errors/faults.ts';

/** What a field's judge makes of one value: a value (and what else the text said), or the fault that keeps it out. */
export type Judgement<T> =
  | { readonly value: T; readonly flags?: readonly QualityFlag[]; readonly also?: Readonly<Record<string, unknown>> }
  | { readonly fault: Fault };

/** Why a value can not be taken; the text never repeats the value. */
export interface Fault {
  readonly code: FaultCode;
  /** What is expected instead, in Chinese and English, for the caller to act on. */
  readonly expected: string;
}

/** Remarks of `enum QualityFlag` in schema/enums.graphql. */
export type QualityFlag =
  | 'USCC_REPAIRED'
  | 'USCC_WRONG'
  | 'ORG_CODE_CHECK'
  | 'REGISTRATION_NO_CHECK'
  | 'ALSO_CITIZEN_ID'
  | 'UNKNOWN_CATEGORY'
  | 'INCOMPLETE_SOURCE'
  | 'WINDOW_UNKNOWN'
  | 'SUBJECT_UNLINKED'
  | 'CURRENCY_ASSUMED'
  | 'OCR_SOURCE'
  | 'DATE_ORDER'
  | 'AMOUNT_MISSING'
  | 'VALUE_SET_ASIDE'
  | 'PERSONAL_DATA_MASKED';

/** How a person's data in a field are shown to callers outside the owning department. */
export type Personal = 'PERSON_NAME' | 'ID_NUMBER' | 'PHONE' | 'ADDRESS';

/** What a department says of a field; everything else follows from its kind. */
export interface FieldWords {
  /** Chinese header, as the standard prints it. */
  readonly title: string;
  /** What it holds, in English, for the dictionary and the template's notes. */
  readonly description: string;
  /** Other headers that real files use for it. */
  readonly aliases?: readonly string[];
}

/** One field of a collection: the single declaration that ingest, templates, quality rates and the dictionary read. */
export interface Field<T = unknown> extends Required<FieldWords> {
  readonly required: boolean;
  /** Form of the value in words, such as `YYYY-MM-DD`. */
  readonly format: string;
  /** Stored code → the Chinese labels that mean it. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
  readonly personal?: Personal;
  /**
   * Whether it may name people who are shown where it stands, such as a shareholder: the ledger, which is copied and kept, does not carry
   * it.
   */
  readonly namesPeople?: boolean;
  /** Of a list of rows: the fields of a row. */
  readonly columns?: Fields;
  /** Turns text of a file, or a typed value of a mutation, into what is stored. Blank values never get here. */
  judge(value: unknown): Judgement<T>;
}

/** Fields by the name they have in the SDL and in MongoDB. */
export type Fields = Readonly<Record<string, Field>>;

/** The stored type of a field. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

/** The stored values of a collection's fields; a field without a value is absent. */
export type ValuesOf<F extends Fields> = { readonly [Name in keyof F]?: ValueOf<F[Name]> | undefined };
