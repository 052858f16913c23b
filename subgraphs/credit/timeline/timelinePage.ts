import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Filter } from 'mongodb';
import { afterPosition, positionOfRow } from '../../../src/data/afterPosition.ts';
import { pageRequest, toConnection, type ConnectionOf, type PageArguments } from '../../../src/data/connection.ts';
import type { Projection } from '../../../src/data/projection.ts';
import { rowSelection, selectionOf, type Selection } from '../../../src/data/selection.ts';
import type { SubgraphContext } from '../../../src/subgraph/context.ts';
import type { TimelineFilter } from '../__generated__/resolvers.ts';
import { readableFacts, timelineOf } from './readableFacts.ts';
import { readableFilter } from './readableFilter.ts';
import { timelineCondition } from './timelineCondition.ts';
import type { TimelineDocument } from './TimelineDocument.ts';

/** What cursors of timelines are bound to. */
const LIST = 'credit.timeline';

/** Stored fields behind the fields of an entry. */
const STORED: Readonly<Record<string, string>> = {
  factType: 'type',
  fact: 'type',
  catalogueKind: 'catalogueKind',
  department: 'department',
  title: 'title',
  decidedOn: 'decidedOn',
  lists: 'lists',
  polarity: 'record.polarity',
  severity: 'record.severity',
  publicity: 'record.publicity',
  disputed: 'record.disputed',
};

/** Arguments of `Enterprise.timeline`. */
export interface TimelineArguments extends PageArguments {
  readonly filter?: TimelineFilter | null | undefined;
}

/**
 * Reads a page of an enterprise's timeline; the pages of all enterprises of a request cost one command.
 *
 * @param uscc - the enterprise
 * @param asked - Relay arguments and filter
 * @param context - the request
 * @param info - for the projection
 * @throws AppError PAGE_SIZE, CURSOR_INVALID or LIST_TOO_LONG
 */
export async function timelinePage(
  uscc: string,
  { filter, ...page }: TimelineArguments,
  context: SubgraphContext,
  info: GraphQLResolveInfo,
): Promise<ConnectionOf<TimelineDocument>> {
  const request = pageRequest(page, LIST);
  const narrowed = timelineCondition(filter);
  const rows = await readableFacts(context, uscc, {
    filter: { $and: [narrowed, afterPosition(request)] },
    limit: request.first + 1,
    projection: projectionOf(rowSelection(selectionOf(info))),
  });
  return toConnection(rows, request, positionOfRow, () => countOf(uscc, narrowed, context));
}

function projectionOf(selection: Selection): Projection {
  const paths = [...selection.keys()].flatMap((name) => STORED[name] ?? []);
  return Object.fromEntries(['sortOn', ...paths].map((path) => [path, 1 as const]));
}

function countOf(uscc: string, filter: Filter<TimelineDocument>, context: SubgraphContext): Promise<number> {
  const name = `timeline.count ${JSON.stringify(filter)}`;
  return context.loaders.get(name, () => new DataLoader(countsOf(filter, context))).load(uscc);
}

function countsOf(filter: Filter<TimelineDocument>, context: SubgraphContext) {
  return async (usccs: readonly string[]): Promise<number[]> => {
    const groups = timelineOf(context.database).aggregate<{ _id: string; count: number }>([
      { $match: { $and: [await readableFilter(context, usccs), filter] } },
      { $group: { _id: '$subjectUscc', count: { $sum: 1 } } },
    ]);
    const byUscc = new Map((await groups.toArray()).map(({ _id, count }) => [_id, count]));
    return usccs.map((uscc) => byUscc.get(uscc) ?? 0);
  };
}
