import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import { collectionId, type FactCollection } from '../data/FactCollection.ts';
import type { LinkBasis } from '../data/FactDocument.ts';
import type { FactDraft } from '../data/FactDraft.ts';
import { storedDraft } from '../data/storedFact.ts';
import { unlinkedFilter } from '../data/unlinkedFilter.ts';
import { writeFacts } from '../data/writeFacts.ts';
import { AppError } from '../errors/AppError.ts';
import { linkDrafts } from './linkDrafts.ts';
import type { LinkRule } from './LinkRule.ts';
import { proposeLinks } from './proposeLinks.ts';
import type { SubjectDirectory } from './SubjectDirectory.ts';

/** Who links, and when. */
export interface Linking {
  readonly directory: SubjectDirectory;
  /** From which likeness of names on facts are linked; {@link LINK_RULE} unless given. */
  readonly linkRule?: LinkRule | undefined;
  /** As `name@department`. */
  readonly operator: string;
  readonly now: Date;
  /** Facts that are looked at together, 1,000 unless a test wants fewer. */
  readonly batchSize?: number;
}

/** What became of a collection's unlinked facts. */
export interface LinkReport {
  /** Such as `disclosure.penalties`. */
  readonly collection: string;
  /** Unlinked facts that were looked at. */
  readonly read: number;
  /** Facts that were linked, by what they were found by. */
  readonly linked: Readonly<Partial<Record<LinkBasis, number>>>;
  /** Facts that no enterprise was found for this time either. */
  readonly unlinked: number;
  /** Facts among these that a person is asked about, since the name of some enterprise is like theirs. */
  readonly proposed: number;
}

const BATCH = 1000;
/** How often a batch is looked at anew because somebody wrote into it meanwhile. */
const MAX_ATTEMPTS = 10;

/**
 * Links facts that no enterprise was found for when they came in, where the registry knows it by now: by organisation code, by
 * characters 9-17 of a wrong code, or by name, like an import. Each gets a revision with the reason `LINKED`; nothing else
 * of it changes, its id, state and origin included.
 *
 * A batch is written as a whole or not at all, and never over what somebody wrote meanwhile, so it may be broken off and started
 * again at any time; once all is linked that can be, it changes nothing.
 *
 * @param database - the owner's
 * @param collection - a collection of facts
 * @param linking - by whom, and the registry
 * @throws AppError REVISION_CONFLICT where a batch is written into again and again
 */
export async function linkFacts(
  database: DepartmentDatabase,
  collection: FactCollection,
  linking: Linking,
): Promise<LinkReport> {
  const linked: Partial<Record<LinkBasis, number>> = {};
  let read = 0;
  let unlinked = 0;
  let proposed = 0;
  for (let after: string | undefined = ''; after !== undefined;) {
    const batch: LinkedBatch = await linkBatch(database, collection, after, linking);
    read += batch.read;
    unlinked += batch.read - batch.linked.length;
    proposed += batch.proposed;
    for (const basis of batch.linked) linked[basis] = (linked[basis] ?? 0) + 1;
    after = batch.last;
  }
  return { collection: collectionId(collection), read, linked, unlinked, proposed };
}

interface LinkedBatch {
  readonly read: number;
  readonly linked: readonly LinkBasis[];
  readonly proposed: number;
  /** The last id that was looked at; undefined where there was none. */
  readonly last: string | undefined;
}

async function linkBatch(
  database: DepartmentDatabase,
  collection: FactCollection,
  after: string,
  linking: Linking,
): Promise<LinkedBatch> {
  for (let attempt = 1; ; attempt += 1) {
    const drafts = await unlinkedDrafts(database, collection, after, linking.batchSize ?? BATCH);
    const matched = await linkDrafts(database, collection, drafts, linking.directory, linking.linkRule);
    const found = matched.drafts.filter(({ subject }) => subject.uscc !== undefined);
    try {
      await writeFacts(database, collection, found, {
        origin: { source: 'link', operator: linking.operator, receivedAt: linking.now },
        reason: 'LINKED',
        neverHas: new Set(),
      });
      const linked = found.flatMap(({ subject: { linkedBy } }) => (linkedBy === undefined ? [] : [linkedBy]));
      const proposals = matched.proposals.map((proposal) => ({ ...proposal, fact: proposal.draft.id }));
      await proposeLinks(database, collection, proposals, linking.now);
      return { read: drafts.length, linked, proposed: proposals.length, last: drafts.at(-1)?.id };
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isOvertaken(error)) throw error;
    }
  }
}

/** In the order of ids, so that what stays unlinked is passed once; the flag is left to linking, which sets it again. */
async function unlinkedDrafts(
  database: DepartmentDatabase,
  collection: FactCollection,
  after: string,
  batchSize: number,
): Promise<readonly FactDraft[]> {
  const facts = await database
    .facts(collection)
    .find({ $and: [unlinkedFilter(true), { _id: { $gt: after }, 'record.state': { $ne: 'DELETED' } }] })
    .sort({ _id: 1 })
    .limit(batchSize)
    .toArray();
  return facts.map((fact) => {
    const draft = storedDraft(collection, fact);
    return { ...draft, flags: draft.flags.filter((flag) => flag !== 'SUBJECT_UNLINKED') };
  });
}

function isOvertaken(error: unknown): boolean {
  return error instanceof AppError && error.extensions['code'] === 'REVISION_CONFLICT';
}
