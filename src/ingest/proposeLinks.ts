import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import { alignLinkCandidates } from '../data/alignLinkCandidates.ts';
import { linkCandidateId, linkCandidatesOf, type LinkCandidateDocument } from '../data/linkCandidates.ts';
import { onlyDuplicates } from '../data/onlyDuplicates.ts';
import { todayInShanghai } from '../values/localDate.ts';
import { maskFreeText } from '../values/masks.ts';
import type { LinkProposal } from './matchSubjects.ts';
import type { SubjectCandidate } from './SubjectMatcher.ts';

/** Enterprises that a person is asked about, for one stored fact. */
export interface StoredProposal extends LinkProposal {
  /** Id of the fact as it is stored. */
  readonly fact: string;
}

/**
 * Puts proposed links before a person; those that wait already are brought up to date, and what was rejected stays so.
 *
 * They are written after their facts: where that is cut off in between, importing the file again or `link` proposes them again.
 *
 * @param database - the owner's
 * @param collection - the declaration
 * @param proposals - for facts that are stored and have no enterprise
 * @param now - the time of the proposal
 */
export async function proposeLinks(
  database: DepartmentDatabase,
  collection: FactCollection,
  proposals: readonly StoredProposal[],
  now: Date,
): Promise<void> {
  const documents = proposals.flatMap(({ fact, draft, candidates }) =>
    candidates.map((candidate) => documentOf(collection, fact, draft, candidate)),
  );
  if (documents.length === 0) return;
  try {
    await linkCandidatesOf(database).bulkWrite(
      documents.map(({ _id, ...document }) => ({
        updateOne: {
          filter: { _id, state: { $ne: 'REJECTED' } },
          update: { $set: document, $setOnInsert: { proposedOn: now }, $unset: UNDECIDED },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  } catch (error) {
    // A pair that a person rejected meanwhile is not found by its filter and can not be inserted either.
    if (!onlyDuplicates(error)) throw error;
  }
  // What has expired already, or was repaired meanwhile, is put before nobody until it returns.
  const ids = proposals.map(({ fact }) => fact);
  const facts = await database
    .facts(collection)
    .find({ _id: { $in: ids } }, { projection: { record: 1 } })
    .toArray();
  await alignLinkCandidates(database, facts, todayInShanghai(now));
}

/** A link that was undone since may be proposed anew. */
const UNDECIDED = { decidedBy: '', decidedOn: '', note: '' } as const;

function documentOf(
  { name: collection, type: factType }: FactCollection,
  fact: string,
  { subject }: LinkProposal['draft'],
  { uscc, name, score, nameScore }: SubjectCandidate,
): Omit<LinkCandidateDocument, 'proposedOn'> {
  const { name: subjectName = '', rawCode } = subject;
  return {
    _id: linkCandidateId(collection, fact, uscc),
    ...{ collection, factType, fact, uscc, name },
    subjectName: maskFreeText(subjectName),
    ...(rawCode === undefined ? {} : { rawCode }),
    score: fourDecimals(score),
    nameScore: fourDecimals(nameScore),
    state: 'OPEN',
  };
}

function fourDecimals(score: number): number {
  return Number(score.toFixed(4));
}
