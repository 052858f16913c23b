import type { Document, Filter } from 'mongodb';
import { visibilityFilter } from '../policy/visibility.ts';
import type { SubgraphContext } from '../subgraph/context.ts';
import { todayInShanghai } from '../values/localDate.ts';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from './connection.ts';
import type { Position } from './cursor.ts';
import type { FactCollection } from './FactCollection.ts';
import { linkCandidatesOf, type LinkCandidateDocument, type LinkState } from './linkCandidates.ts';
import { linkCandidateView, type LinkCandidateView } from './linkCandidateView.ts';
import { unlinkedFilter } from './unlinkedFilter.ts';

/** Narrows the list of proposed links. */
export interface LinkCandidateSelection {
  /** What became of them; those that wait for a decision unless given. */
  readonly state?: LinkState | null;
  readonly factType?: string | null;
  readonly fact?: string | null;
}

/** Who asks for proposed links, and where they lie. */
export type LinkReader = Pick<SubgraphContext, 'database' | 'caller' | 'now'>;

/**
 * Lists proposed links of a department's facts, the best first, as far as the visibility rule lets the caller see the facts. Open are only
 * those whose fact still waits for its enterprise.
 *
 * @param collections - of facts that the department owns
 * @param selection - which of them
 * @param page - Relay arguments
 * @param reader - who asks, and when
 * @throws AppError PAGE_SIZE or CURSOR_INVALID
 */
export async function listLinkCandidates(
  collections: readonly FactCollection[],
  selection: LinkCandidateSelection,
  page: PageArguments,
  reader: LinkReader,
): Promise<ConnectionOf<LinkCandidateView>> {
  const request = pageRequest(page, `${reader.database.department}.linkCandidates`);
  const asked = collections.filter(({ type }) => (selection.factType ?? type) === type);
  const read = async (collection: FactCollection, stages: readonly Document[]): Promise<LinkCandidateDocument[]> =>
    linkCandidatesOf(reader.database)
      .aggregate<LinkCandidateDocument>([...visibleCandidates(collection, selection, reader, request.after), ...stages])
      .toArray();
  const found = await Promise.all(asked.map((collection) => read(collection, [{ $limit: request.first + 1 }])));
  const rows = found
    .flat()
    .sort(bestFirst)
    .slice(0, request.first + 1);
  const count = async (): Promise<number> => {
    const counts = await Promise.all(asked.map((collection) => countOf(collection, selection, reader)));
    return counts.reduce((sum, one) => sum + one, 0);
  };
  return toConnection(rows.map(linkCandidateView), request, ({ id, score }) => ({ sort: score.toFixed(4), id }), count);
}

async function countOf(
  collection: FactCollection,
  selection: LinkCandidateSelection,
  reader: LinkReader,
): Promise<number> {
  const [counted] = await linkCandidatesOf(reader.database)
    .aggregate<{ total: number }>([...visibleCandidates(collection, selection, reader, undefined), { $count: 'total' }])
    .toArray();
  return counted?.total ?? 0;
}

/** A proposal is shown where its fact is: the fact is looked up through the one visibility rule. */
function visibleCandidates(
  collection: FactCollection,
  { state, fact }: LinkCandidateSelection,
  { caller, now }: LinkReader,
  after: Position | undefined,
): readonly Document[] {
  const shown = state ?? 'OPEN';
  const visible = visibilityFilter(caller, todayInShanghai(now), collection);
  const isWaiting = shown === 'OPEN' ? unlinkedFilter(true) : {};
  const { name } = collection;
  const own = { collection: name, state: shown, ...(typeof fact === 'string' ? { fact } : {}) };
  const pipeline = [{ $match: { $and: [visible, isWaiting] } }, { $project: { _id: 1 } }];
  return [
    { $match: { $and: [own, afterBest(after)] } },
    { $sort: { score: -1, _id: 1 } },
    { $lookup: { from: name, localField: 'fact', foreignField: '_id', as: 'seen', pipeline } },
    { $match: { seen: { $ne: [] } } },
    { $unset: 'seen' },
  ];
}

function afterBest(after: Position | undefined): Filter<LinkCandidateDocument> {
  if (after === undefined) return {};
  const score = Number(after.sort);
  return { $or: [{ score: { $lt: score } }, { score, _id: { $gt: after.id } }] };
}

function bestFirst(one: LinkCandidateDocument, other: LinkCandidateDocument): number {
  if (one.score !== other.score) return other.score - one.score;
  return one._id < other._id ? -1 : 1;
}
