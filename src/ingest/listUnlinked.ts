import type { DepartmentDatabase } from '../data/DepartmentDatabase.ts';
import type { FactCollection } from '../data/FactCollection.ts';
import { linkCandidatesOf } from '../data/linkCandidates.ts';
import { unlinkedFilter } from '../data/unlinkedFilter.ts';
import type { Caller } from '../identity/Caller.ts';
import { visibilityFilter } from '../policy/visibility.ts';
import { todayInShanghai, type LocalDate } from '../values/localDate.ts';
import { maskFreeText } from '../values/masks.ts';

/** A fact that no enterprise was found for, with what it could be found by. */
export interface UnlinkedFact {
  readonly id: string;
  /** As the document prints it; numbers of persons in it are masked. */
  readonly subjectName: string | null;
  /** The code as the source printed it, where it was wrong. */
  readonly rawCode: string | null;
  readonly decidedOn: LocalDate | null;
  readonly source: string;
  readonly batch: string | null;
  readonly row: number | null;
  readonly receivedAt: Date;
  /** Enterprises that a person is asked about, best first; none where no name is like its. */
  readonly proposed: readonly ProposedEnterprise[];
}

/** An enterprise that a fact may be about. */
export interface ProposedEnterprise {
  /** Id of the proposal. */
  readonly id: string;
  readonly uscc: string;
  readonly name: string;
  readonly score: number;
}

/** The first unlinked facts of a collection, newest first, and how many there are. */
export interface UnlinkedList {
  readonly total: number;
  readonly facts: readonly UnlinkedFact[];
}

/**
 * Lists facts that no enterprise was found for, as the visibility rule lets a caller see them.
 *
 * @param database - the owner's
 * @param collection - the declaration
 * @param asking - who asks, when, and for how many at most
 */
export async function listUnlinked(
  database: DepartmentDatabase,
  collection: FactCollection,
  { caller, now, limit }: { readonly caller: Caller; readonly now: Date; readonly limit: number },
): Promise<UnlinkedList> {
  const visible = visibilityFilter(caller, todayInShanghai(now), collection);
  const filter = { $and: [visible, unlinkedFilter(true)] };
  const facts = database.facts(collection);
  const [total, found] = await Promise.all([
    facts.countDocuments(filter),
    limit === 0 ? [] : facts.find(filter).sort({ sortOn: -1, _id: -1 }).limit(limit).toArray(),
  ]);
  const proposed = await proposedFor(
    database,
    found.map(({ _id }) => _id),
  );
  return {
    total,
    facts: found.map(({ _id, decidedOn, record: { subjectName, provenance } }) => ({
      id: _id,
      subjectName: subjectName === undefined ? null : maskFreeText(subjectName),
      rawCode: provenance.rawCode ?? null,
      decidedOn: decidedOn ?? null,
      source: provenance.source,
      batch: provenance.batch ?? null,
      row: provenance.row ?? null,
      receivedAt: provenance.receivedAt,
      proposed: proposed.get(_id) ?? [],
    })),
  };
}

async function proposedFor(
  database: DepartmentDatabase,
  facts: readonly string[],
): Promise<ReadonlyMap<string, readonly ProposedEnterprise[]>> {
  const open = linkCandidatesOf(database).find({ fact: { $in: [...facts] }, state: 'OPEN' });
  const proposed = new Map<string, ProposedEnterprise[]>();
  for (const { _id, fact, uscc, name, score } of await open.sort({ score: -1, _id: 1 }).toArray()) {
    proposed.set(fact, [...(proposed.get(fact) ?? []), { id: _id, uscc, name, score }]);
  }
  return proposed;
}
