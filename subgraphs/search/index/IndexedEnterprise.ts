import type { FactDocumentBase } from '../../../src/data/FactDocument.ts';

/** The parts of the envelope that the visibility rule looks at. */
export type IndexedRecord = Pick<FactDocumentBase['record'], 'usageScope' | 'state'> & {
  readonly qualityFlags?: readonly string[];
  readonly publicity?: { readonly from?: string; readonly until?: string };
};

/** An enterprise as it is read: what is large, or serves the index alone, comes only where it is asked for. */
export type FoundEnterprise = Omit<IndexedEnterprise, 'keys' | 'record' | 'department' | 'seq'> &
  Partial<Pick<IndexedEnterprise, 'keys'>>;

/**
 * An enterprise as the index holds it: what it is found by and compared with. Read only through `readEnterprises`, which applies the
 * visibility rule.
 */
export interface IndexedEnterprise {
  /** Its number in the index, from 0, by which postings name it. */
  readonly _id: number;
  /** Its code; named as the visibility rule names it. */
  readonly subjectUscc: string;
  /** Department that owns the registration. */
  readonly department: string;
  readonly name: string;
  readonly formerNames?: readonly string[];
  readonly orgCode: string;
  /** The old registration number (工商注册号). */
  readonly registrationNo?: string;
  /** Division of the domicile, else of the registration authority; 6 digits or more. */
  readonly districtCode: string;
  readonly industryCode?: string;
  readonly status?: string;
  /** A day, `YYYY-MM-DD`. */
  readonly establishedOn?: string;
  readonly address?: string;
  /** Where, in the folded name, what follows the division begins; 0 where the name begins without one. */
  readonly coreAt: number;
  readonly record: IndexedRecord;
  /** Beginnings of these are what suggestions are found by, see `suggestionKeys`. */
  readonly keys: readonly string[];
  /** Entry of the ledger that it stands at. */
  readonly seq: number;
}
