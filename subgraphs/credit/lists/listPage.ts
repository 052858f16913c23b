import DataLoader from 'dataloader';
import type { Filter } from 'mongodb';
import { afterPosition, positionOfRow } from '../../../src/data/afterPosition.ts';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../../src/data/connection.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import { readableFacts, readableFilter, timelineOf } from '../timeline/readableFacts.ts';
import type { TimelineDocument } from '../timeline/TimelineDocument.ts';
import type { ListDefinition } from './ListDefinition.ts';
import { entryOf, standingsOf, type ListStanding } from './listStanding.ts';
import { listSearch } from './listSearch.ts';
import { onList } from './onList.ts';

/** Arguments of `CreditList.entries`. */
export interface ListArguments extends PageArguments {
  readonly search?: string | null | undefined;
}

/** Nobody stands on so many lists; the schema promises a bound. */
const MOST_STANDINGS = 100;

/** What counting and searching may take; a list is read along its index, and a search stops here. */
const MAX_TIME_MS = 5_000;

/**
 * Reads a page of those who stand on a list now, newest first, as far as the caller may see them.
 *
 * @param list - the list
 * @param asked - Relay arguments, and what is looked for
 * @param context - the request
 * @throws AppError PAGE_SIZE, CURSOR_INVALID or VALUE_INVALID
 */
export async function listPage(
  list: ListDefinition,
  { search, ...page }: ListArguments,
  context: SubgraphContext,
): Promise<ConnectionOf<ListStanding>> {
  const request = pageRequest(page, `credit.lists.${list.id}`);
  const found = listSearch(list.id, search);
  const match: Filter<TimelineDocument> = { $and: [await readableFilter(context), onList(list.id), found] };
  const timeline = timelineOf(context.database);
  const rows = await timeline
    .find({ $and: [match, afterPosition(request)] }, { maxTimeMS: MAX_TIME_MS })
    .sort({ sortOn: -1, _id: -1 })
    .limit(request.first + 1)
    .toArray();
  return toConnection(
    rows.map((row) => entryOf(list, row)),
    request,
    ({ document }) => positionOfRow(document),
    () => timeline.countDocuments(match, { maxTimeMS: MAX_TIME_MS }),
  );
}

/**
 * Counts those who stand on a list now; all lists of a request are counted by one command.
 *
 * @param list - id of the list
 * @param context - the request
 */
export function countOnList(list: string, context: SubgraphContext): Promise<number> {
  return context.loaders.get('credit.lists.count', () => countLoader(context)).load(list);
}

function countLoader(context: SubgraphContext): DataLoader<string, number> {
  return new DataLoader(async (lists) => {
    const asked = { lists: { $in: [...lists] } };
    const groups = timelineOf(context.database).aggregate<{ _id: string; count: number }>(
      [
        { $match: { $and: [await readableFilter(context), onList(), asked] } },
        { $unwind: '$lists' },
        { $group: { _id: '$lists', count: { $sum: 1 } } },
      ],
      { maxTimeMS: MAX_TIME_MS },
    );
    const counts = new Map((await groups.toArray()).map(({ _id, count }) => [_id, count]));
    return lists.map((list) => counts.get(list) ?? 0);
  });
}

/**
 * Reads the lists that an enterprise stands on now, newest entries first; those of all enterprises of a request cost one command.
 *
 * @param uscc - the enterprise
 * @param context - the request
 */
export async function listedFacts(uscc: string, context: SubgraphContext): Promise<readonly TimelineDocument[]> {
  return readableFacts(context, uscc, { filter: onList() });
}

/**
 * Gives an enterprise's places on lists, newest first; at most {@link MOST_STANDINGS}.
 *
 * @param uscc - the enterprise
 * @param kind - of lists; both unless given
 * @param context - the request
 */
export async function listStandings(
  uscc: string,
  kind: ListDefinition['kind'] | null | undefined,
  context: SubgraphContext,
): Promise<readonly ListStanding[]> {
  const standings = standingsOf(await listedFacts(uscc, context));
  return standings.filter(({ list }) => list.kind === (kind ?? list.kind)).slice(0, MOST_STANDINGS);
}
