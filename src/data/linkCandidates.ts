import type { Collection, IndexDescription } from 'mongodb';
import type { DepartmentDatabase } from './DepartmentDatabase.ts';

/** `enum LinkState`. */
export type LinkState = 'OPEN' | 'CONFIRMED' | 'REJECTED' | 'SUSPENDED' | 'SETTLED';

/** A proposal to link a fact to an enterprise, kept with the department that owns the fact. */
export interface LinkCandidateDocument {
  /** From {@link linkCandidateId}. */
  readonly _id: string;
  /** Name of the collection, such as `penalties`. */
  readonly collection: string;
  readonly factType: string;
  readonly fact: string;
  readonly uscc: string;
  /** Registered name. */
  readonly name: string;
  /** As printed, with numbers of persons masked. */
  readonly subjectName: string;
  readonly rawCode?: string;
  /** 0 to 1, with four decimals, so that a cursor holds it exactly. */
  readonly score: number;
  readonly nameScore: number;
  readonly state: LinkState;
  readonly proposedOn: Date;
  /** As `name@department`. */
  readonly decidedBy?: string;
  readonly decidedOn?: Date;
  readonly note?: string;
}

/** What proposals are read by: lists by state and score, the facts that a write is about by their ids. */
export const LINK_CANDIDATE_INDEXES: IndexDescription[] = [
  { key: { collection: 1, state: 1, score: -1, _id: 1 } },
  { key: { fact: 1 } },
];

/**
 * The proposed links of a department.
 *
 * @param database - the department's
 */
export function linkCandidatesOf(database: Pick<DepartmentDatabase, 'db'>): Collection<LinkCandidateDocument> {
  return database.db.collection<LinkCandidateDocument>('linkCandidates');
}

/**
 * Names a proposal: there is one for each pair of a fact and an enterprise.
 *
 * @param collection - name of the collection
 * @param fact - id of the fact
 * @param uscc - code of the enterprise
 */
export function linkCandidateId(collection: string, fact: string, uscc: string): string {
  return `${collection}:${fact}:${uscc}`;
}
