import type { LocalDate } from '../values/localDate.ts';
import type { FactCollection, RuleVerdict } from './FactCollection.ts';
import type { LinkBasis, Polarity, PublicityDocument, RecordState, Severity, UsageScope } from './FactDocument.ts';
import type { QualityFlag } from './fields/Field.ts';
import type { FlaggedColumns } from './Remarks.ts';
import type { SubjectCodes } from './judgeSubjectCodes.ts';
import { setGiven, type Growing } from './setGiven.ts';

/** Who a fact is about, as its source says it and as it was resolved. */
export interface DraftSubject {
  /** A valid code; set at once where the source gives one, else by linking. */
  readonly uscc?: string;
  readonly linkedBy?: LinkBasis;
  /** How well the printed name fits the registered one, 0 to 1, where that was compared. */
  readonly linkScore?: number;
  readonly name?: string;
  readonly category?: string;
  /** A code that is not valid, kept as printed. */
  readonly rawCode?: string;
  /** Valid organisation code, from its own column. */
  readonly orgCode?: string;
  /** Old numbers as printed, whether they hold or not. */
  readonly codes?: SubjectCodes;
  /** Characters 9-17 of a damaged code, where they are a valid organisation code. */
  readonly middleCode?: string;
}

/** A judged fact before it is written: values of the collection's fields and what its envelope will hold. */
export interface FactDraft {
  readonly id: string;
  /** The id that its natural key gives, where that is not its own since a person corrected a part of the key. */
  readonly key?: string;
  /** The revision that it was made of, where it was made of one: on top of any other it is not written. */
  readonly basedOn?: number;
  readonly subject: DraftSubject;
  readonly values: Readonly<Record<string, unknown>>;
  readonly provider: { readonly name?: string; readonly uscc?: string };
  readonly decidedOn?: LocalDate;
  readonly publishedOn?: LocalDate;
  readonly severity?: Severity;
  /** Where the rules say another one than the collection. */
  readonly polarity?: Polarity;
  readonly publicity?: PublicityDocument;
  readonly usageScope: UsageScope;
  /** The objection mark, where the source carries one. */
  readonly disputed?: boolean;
  /** What the mark stands for from now on; the record's live on where it is absent. */
  readonly disputeCases?: readonly string[];
  readonly flags: readonly QualityFlag[];
  /** What those of the flags are about that can not be found again in the stored values. */
  readonly flaggedColumns?: FlaggedColumns;
  /** Row in the source file, where there is one. */
  readonly row?: number;
  /** The state to enter, where it is not the one that the fact is in. */
  readonly state?: RecordState;
  /** What a person noted on this revision. */
  readonly note?: string;
}

/** What {@link FactDraft} takes over from a rule's verdict. */
export type DraftParts = Pick<
  FactDraft,
  'decidedOn' | 'publishedOn' | 'severity' | 'polarity' | 'publicity' | 'usageScope' | 'disputed'
>;

/**
 * Takes over from a rule's verdict what a draft holds, absent parts left out.
 *
 * @param collection - whose usage scope stands where the verdict names none
 * @param verdict - of the department's rules
 */
export function draftParts(collection: FactCollection, verdict: RuleVerdict): DraftParts {
  const parts: Growing<DraftParts> = { usageScope: verdict.usageScope ?? collection.usageScope };
  setGiven(parts, 'decidedOn', verdict.decidedOn);
  setGiven(parts, 'publishedOn', verdict.publishedOn);
  setGiven(parts, 'severity', verdict.severity);
  setGiven(parts, 'polarity', verdict.polarity);
  setGiven(parts, 'publicity', verdict.publicity);
  setGiven(parts, 'disputed', verdict.disputed);
  return parts;
}
