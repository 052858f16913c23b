import type { IndexDescription } from 'mongodb';
import type { SchemaStep } from '../migration/SchemaStep.ts';
import type { LocalDate } from '../values/localDate.ts';
import type { Polarity, PublicityDocument, Severity, UsageScope } from './FactDocument.ts';
import type { DraftSubject } from './FactDraft.ts';
import type { Fault, Field, Fields, QualityFlag, ValuesOf } from './fields/Field.ts';

/** What a department's pure rules conclude from a fact's values. */
export interface RuleVerdict {
  /** Day the conduct was found or the decision taken; the first day of publicity. */
  readonly decidedOn?: LocalDate | undefined;
  readonly publishedOn?: LocalDate | undefined;
  readonly severity?: Severity | undefined;
  /** Only where it differs from the collection's: a collection of red and black lists holds both. */
  readonly polarity?: Polarity | undefined;
  readonly publicity?: PublicityDocument | undefined;
  /** Only where it differs from the collection's scope. */
  readonly usageScope?: UsageScope | undefined;
  /** The objection mark, where the source carries one; otherwise the mark that the record has lives on. */
  readonly disputed?: boolean | undefined;
  /** Values derived from others; also such as are stored for look-ups only and are no field. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly flags?: readonly QualityFlag[];
  readonly faults?: readonly { readonly field: string; readonly fault: Fault }[];
}

/** What a rule may know beside the values. */
export interface RuleSetting {
  readonly today: LocalDate;
  /** First publication as the source gives it, where it does. */
  readonly publishedOn: LocalDate | undefined;
  /** Required fields that this source never has. */
  readonly neverHas: ReadonlySet<string>;
  /** Who the fact is about as its source says it, before linking: natural persons have rules of their own. */
  readonly subject: DraftSubject;
}

/**
 * The declaration of one collection of a department. Ingest, mutations, templates, quality rates,
 * the dictionary and the reading side all work from it; nothing else describes a collection.
 */
export interface FactCollection<F extends Fields = Fields> {
  readonly department: string;
  /** Name in MongoDB and on the command line (`registry.changes`). */
  readonly name: string;
  /** The GraphQL type that it backs. */
  readonly type: string;
  /** Its name in mutations and scopes, where that is not the type with a small first letter. */
  readonly noun?: string;
  readonly title: string;
  readonly description: string;
  readonly fields: F;
  /** `FACT`: a fact about a subject; `SUBJECT`: the collection whose documents are the subjects themselves, keyed by code. */
  readonly kind: 'FACT' | 'SUBJECT';
  /** Fields that tell two facts apart; `subject` and `publishedOn` stand for the envelope's. */
  readonly naturalKey: readonly string[];
  /** The natural key where the first part of `naturalKey` is missing. */
  readonly naturalKeyWithout?: readonly string[];
  readonly usageScope: UsageScope;
  readonly polarity: Polarity;
  /** 1-13, national basic catalogue of public credit information. */
  readonly catalogueKind: number;
  /** Fields whose values, behind the collection's title, say in one line what a fact is; none of them personal. */
  readonly headline?: readonly string[];
  /**
   * Fields that the ledger, which is copied and kept, does not carry beside those that are personal or name people: those that fewer may
   * read than the fact.
   */
  readonly unledgered?: readonly string[];
  /** More headers for the envelope's columns, such as 行政相对人名称 for the subject's name. */
  readonly envelopeAliases?: Readonly<Record<string, readonly string[]>>;
  /**
   * Values derived when a fact came in that no rule can derive again from what is stored, with the fields they are about: a
   * correction carries them unless it gives all of those that are there.
   */
  readonly carriedMarks?: Readonly<Record<string, readonly string[]>>;
  readonly indexes?: readonly IndexDescription[];
  /** How the layout of stored documents has changed since version 1, in order. */
  readonly schemaSteps?: readonly SchemaStep[];
  /** For GraphQL fields that are no stored field of the same name: the stored fields they are made from. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** The department's law for this collection: pure, without a clock of its own. */
  rules?(values: ValuesOf<F>, setting: RuleSetting): RuleVerdict;
}

/**
 * Declares a collection, keeping the types of its fields.
 *
 * @param declaration - see {@link FactCollection}
 */
export function defineCollection<F extends Fields>(declaration: FactCollection<F>): FactCollection<F> {
  return declaration;
}

/** The name of a collection on the command line and in error texts, such as `registry.changes`. */
export function collectionId(collection: Pick<FactCollection, 'department' | 'name'>): string {
  return `${collection.department}.${collection.name}`;
}

/**
 * The name of a fact in mutations and scopes, such as `penalty`.
 *
 * @param collection - the declaration
 */
export function nounOf({ noun, type }: Pick<FactCollection, 'noun' | 'type'>): string {
  return noun ?? `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
}

/**
 * The scope that writing facts of a collection asks for, by a mutation and by a file alike: `disclosure:penalty:write`.
 *
 * @param collection - the declaration
 */
export function writeScope(collection: Pick<FactCollection, 'department' | 'noun' | 'type'>): string {
  return `${collection.department}:${nounOf(collection)}:write`;
}

/** Fields that must be given. */
export function requiredFields(fields: Fields): readonly [string, Field][] {
  return Object.entries(fields).filter(([, field]) => field.required);
}

/**
 * The field to look at where two facts have the same natural key.
 *
 * @param collection - the declaration
 */
export function keyField({ naturalKey }: Pick<FactCollection, 'naturalKey'>): string {
  return naturalKey.find((part) => part !== 'subject') ?? 'subjectUscc';
}
